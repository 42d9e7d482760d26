//! A zip archive of a few small files, stored as they are.

use std::io::Write;

/// The archive. Names are relative, with slashes; files are dated 1 January 1980, the first day that the format knows, so that the
/// same files give the same bytes.
pub fn zip(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, data) in files {
        let start = out.len() as u32;
        // Version 2.0, names in UTF-8, stored, midnight, the day; then sum, sizes twice, length of the name, nothing more.
        let mut head: Vec<u8> = Vec::new();
        for word in [20u16, 0x0800, 0, 0, 0x21] {
            head.extend(word.to_le_bytes());
        }
        for word in [crc(data), data.len() as u32, data.len() as u32, name.len() as u32] {
            head.extend(word.to_le_bytes());
        }
        // Writing to a vector does not fail.
        let _ = out.write_all(b"PK\x03\x04");
        for part in [&head, name.as_bytes(), data] {
            out.extend_from_slice(part);
        }
        let _ = directory.write_all(b"PK\x01\x02\x14\x00");
        directory.extend_from_slice(&head);
        // No comment, disk 0, no attributes; where the file starts.
        directory.extend_from_slice(&[0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
    }
    let (count, start, size) = (files.len() as u16, out.len() as u32, directory.len() as u32);
    out.extend(directory);
    let _ = out.write_all(b"PK\x05\x06\0\0\0\0");
    for word in [count, count] {
        out.extend(word.to_le_bytes());
    }
    for word in [size, start] {
        out.extend(word.to_le_bytes());
    }
    out.extend_from_slice(&[0; 2]);
    out
}

/// CRC-32 as zip and Ethernet have it.
fn crc(data: &[u8]) -> u32 {
    let mut crc = !0u32;
    for byte in data {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = crc >> 1 ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_sum_is_the_usual_one() {
        assert_eq!(super::crc(b"123456789"), 0xcbf4_3926);
        assert_eq!(super::crc(b""), 0);
    }
}
