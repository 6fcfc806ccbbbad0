use std::io::{self, Read};

use serde::{Serialize, de::DeserializeOwned};

/// Bytes before a frame's body: its length, little endian.
pub const HEAD_BYTES: usize = 4;

/// Longest body in bytes; a longer one is refused unread.
pub const MAX_FRAME_BYTES: usize = 64 * 1024 * 1024;

/// Why a frame cannot be written or read.
#[derive(Debug, thiserror::Error)]
pub enum FrameError {
    /// The body is longer than [`MAX_FRAME_BYTES`].
    #[error("a frame of {0} bytes is longer than allowed")]
    TooLong(usize),
    /// The body is not what was expected.
    #[error("a frame's body is malformed")]
    Malformed(#[from] serde_json::Error),
    /// The pipe broke.
    #[error("the pipe between core and worker broke")]
    Io(#[from] io::Error),
}

/// A value as a frame: `[u32 LE length][JSON]`.
///
/// # Errors
/// [`FrameError::TooLong`], or [`FrameError::Malformed`] for what JSON cannot
/// carry (a path that is not UTF-8).
pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, FrameError> {
    let mut frame = vec![0; HEAD_BYTES];
    serde_json::to_writer(&mut frame, value)?;
    let length = frame.len() - HEAD_BYTES;
    if length > MAX_FRAME_BYTES {
        return Err(FrameError::TooLong(length));
    }
    let head = u32::try_from(length).map_err(|_| FrameError::TooLong(length))?;
    frame[..HEAD_BYTES].copy_from_slice(&head.to_le_bytes());
    Ok(frame)
}

/// Length in bytes of the body that follows `head`.
///
/// # Errors
/// [`FrameError::TooLong`].
pub fn body_length(head: [u8; HEAD_BYTES]) -> Result<usize, FrameError> {
    let length = u32::from_le_bytes(head) as usize;
    if length > MAX_FRAME_BYTES {
        Err(FrameError::TooLong(length))
    } else {
        Ok(length)
    }
}

/// The value in a frame's body.
///
/// # Errors
/// [`FrameError::Malformed`].
pub fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, FrameError> {
    Ok(serde_json::from_slice(body)?)
}

/// Reads one frame.
///
/// # Errors
/// Any [`FrameError`]; an end of input inside or before the frame is
/// [`FrameError::Io`] with [`io::ErrorKind::UnexpectedEof`].
pub fn read_frame<T: DeserializeOwned>(input: &mut impl Read) -> Result<T, FrameError> {
    let mut head = [0; HEAD_BYTES];
    input.read_exact(&mut head)?;
    let mut body = vec![0; body_length(head)?];
    input.read_exact(&mut body)?;
    decode(&body)
}
