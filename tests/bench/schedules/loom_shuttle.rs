// Two producers send five messages each into a channel for three; one consumer takes ten.
use std::time::Instant;

mod with_shuttle {
    use shuttle::sync::mpsc::sync_channel;
    use shuttle::thread;

    pub fn program() {
        let (send, receive) = sync_channel(3);
        let producers: Vec<_> = (0..2)
            .map(|p| {
                let send = send.clone();
                thread::spawn(move || (0..5).for_each(|i| send.send(p * 10 + i).unwrap()))
            })
            .collect();
        let consumer = thread::spawn(move || (0..10).map(|_| receive.recv().unwrap()).sum::<i32>());
        producers.into_iter().for_each(|p| p.join().unwrap());
        assert_eq!(consumer.join().unwrap(), 70);
    }
}

mod with_loom {
    use loom::sync::{Arc, Condvar, Mutex};
    use loom::thread;
    use std::collections::VecDeque;

    // Loom has no bounded channel: a queue behind a lock, as one is written with it.
    struct Channel {
        queue: Mutex<VecDeque<i32>>,
        changed: Condvar,
    }

    impl Channel {
        fn send(&self, v: i32) {
            let mut queue = self.queue.lock().unwrap();
            while queue.len() == 3 {
                queue = self.changed.wait(queue).unwrap();
            }
            queue.push_back(v);
            self.changed.notify_all();
        }

        fn receive(&self) -> i32 {
            let mut queue = self.queue.lock().unwrap();
            loop {
                if let Some(v) = queue.pop_front() {
                    self.changed.notify_all();
                    return v;
                }
                queue = self.changed.wait(queue).unwrap();
            }
        }
    }

    pub fn program() {
        let channel = Arc::new(Channel { queue: Mutex::new(VecDeque::new()), changed: Condvar::new() });
        let producers: Vec<_> = (0..2)
            .map(|p| {
                let channel = Arc::clone(&channel);
                thread::spawn(move || (0..5).for_each(|i| channel.send(p * 10 + i)))
            })
            .collect();
        let consumer = {
            let channel = Arc::clone(&channel);
            thread::spawn(move || (0..10).map(|_| channel.receive()).sum::<i32>())
        };
        producers.into_iter().for_each(|p| p.join().unwrap());
        assert_eq!(consumer.join().unwrap(), 70);
    }
}

fn main() {
    const N: usize = 50_000;
    let start = Instant::now();
    shuttle::check_random(with_shuttle::program, N);
    println!("shuttle {:.0}", N as f64 / start.elapsed().as_secs_f64());
    use std::sync::atomic::{AtomicUsize, Ordering};
    static RUNS: AtomicUsize = AtomicUsize::new(0);
    let mut model = loom::model::Builder::new();
    model.max_branches = 100_000;
    model.preemption_bound = Some(3);
    model.max_duration = Some(std::time::Duration::from_secs(3));
    let start = Instant::now();
    model.check(|| {
        RUNS.fetch_add(1, Ordering::Relaxed);
        with_loom::program();
    });
    println!("loom {:.0}", RUNS.load(Ordering::Relaxed) as f64 / start.elapsed().as_secs_f64());
}
