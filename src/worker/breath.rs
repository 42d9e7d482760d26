//! A breath between two slices: lets the browser deliver what waits (requests from the page) and comes back at once.
//!
//! Timers will not do: browsers hold back nested timers of 0 ms to 4 ms, a third of the time of a program that runs flat out. A
//! message to ourselves is a task like the page's messages and waits behind those only.

use futures::StreamExt;
use futures::channel::mpsc::{UnboundedReceiver, unbounded};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::{MessageChannel, MessageEvent};

/// Makes breaths: a message port whose messages come back to us. Where there is none, breaths are timers.
pub(super) struct Breath {
    channel: Option<MessageChannel>,
    back: UnboundedReceiver<()>,
    /// A message is under way: the breath before was given up for a request.
    sent: bool,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
}

impl Breath {
    pub(super) fn new() -> Self {
        let (send, back) = unbounded();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |_| {
            // The receiver lives as long as this closure.
            let _ = send.unbounded_send(());
        });
        let channel = MessageChannel::new().ok();
        if let Some(channel) = &channel {
            channel.port1().set_onmessage(Some(wasm_bindgen::JsCast::unchecked_ref(on_message.as_ref())));
        }
        Self { channel, back, sent: false, _on_message: on_message }
    }

    /// Resolves after the tasks that wait now.
    pub(super) async fn take(&mut self) {
        if !self.sent {
            self.sent = self.channel.as_ref().is_some_and(|c| c.port2().post_message(&JsValue::NULL).is_ok());
        }
        if self.sent {
            self.back.next().await;
            self.sent = false;
        } else {
            gloo_timers::future::TimeoutFuture::new(0).await;
        }
    }
}
