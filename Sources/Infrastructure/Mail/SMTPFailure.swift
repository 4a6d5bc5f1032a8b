/// Why a message was not accepted by the mail server.
package enum SMTPFailure: Error, Equatable, CustomStringConvertible {
    /// The server refuses this message or this recipient for good (5xx); trying again is useless.
    case refused(code: Int, text: String)
    /// Not now: 4xx, no connection, time-out, line broken. Whether the server kept the message may be unknown.
    case temporary(code: Int?, text: String)
    /// The server refuses us, not the message: wrong password, no STARTTLS, certificate not trusted. An operator must
    /// act; the message can go later.
    case configuration(text: String)

    /// In the server's words where there are any.
    package var description: String {
        switch self {
        case .refused(let code, let text): "\(code) \(text)"
        case .temporary(let code?, let text): "\(code) \(text)"
        case .temporary(nil, let text), .configuration(let text): text
        }
    }
}
