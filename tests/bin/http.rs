//! As much of HTTP/1.1 as a browser on the same machine needs.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;

pub struct Request {
    pub method: String,
    pub path: String,
    head: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Request {
    pub fn read(stream: impl Read) -> io::Result<Request> {
        let mut reader = BufReader::new(stream);
        let mut first = String::new();
        reader.read_line(&mut first)?;
        let mut words = first.split_whitespace().map(str::to_owned);
        let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let mut request = Request { method, path, head: head(&mut reader)?, body: Vec::new() };
        let length = request.header("content-length").parse().unwrap_or(0);
        reader.take(length).read_to_end(&mut request.body)?;
        Ok(request)
    }

    /// A header's value, by its name in small letters; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.head.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value)
    }

    /// The last step of the path below `root`, decoded.
    pub fn below(&self, method: &str, root: &str) -> Option<String> {
        (self.method == method).then(|| self.path.strip_prefix(root)).flatten().map(decoded)
    }
}

fn head(lines: &mut impl BufRead) -> io::Result<Vec<(String, String)>> {
    let named = |line: &str| line.split_once(':').map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()));
    let until_empty = lines.lines().take_while(|line| line.as_ref().is_ok_and(|line| !line.is_empty()));
    until_empty.map(|line| Ok(named(&line?).unwrap_or_default())).collect()
}

/// `%E5%90%8D` → 名; what does not decode stays as it is.
pub fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail.get(..2).filter(|_| *first == b'%').and_then(|two| str::from_utf8(two).ok());
        match code.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => (bytes.push(byte), rest = &tail[2..]),
            None => (bytes.push(*first), rest = tail),
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

pub struct Response {
    pub status: &'static str,
    pub kind: &'static str,
    pub body: Vec<u8>,
}

impl Response {
    pub fn send(&self, policy: &str, mut stream: &TcpStream) -> io::Result<()> {
        let (status, kind, length) = (self.status, self.kind, self.body.len());
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\n\
             Content-Security-Policy: {policy}\r\nConnection: close\r\n\r\n"
        )?;
        stream.write_all(&self.body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back_as_they_were_written() {
        assert_eq!(decoded("%E5%90%8D%E7%B0%BF%202025.xlsx"), "名簿 2025.xlsx");
        assert_eq!(decoded("100%"), "100%");
    }

    #[test]
    fn a_request_is_its_words_its_head_and_as_much_body_as_it_says() {
        let sent = "POST /call/a.b HTTP/1.1\r\nHost: a\r\ncontent-LENGTH: 2\r\n\r\n{}more";
        let request = Request::read(sent.as_bytes()).unwrap();
        assert_eq!(request.below("POST", "/call/").as_deref(), Some("a.b"));
        assert_eq!(request.below("GET", "/call/"), None);
        assert_eq!((request.header("host"), request.header("accept")), ("a", ""));
        assert_eq!(request.body, b"{}");
    }
}
