import Foundation

/// What is wrong with the address of the mail server; never holds the password.
package struct SMTPSettingsError: Error, Equatable, CustomStringConvertible {
    package let description: String
}

/// Where mail goes: `smtp://user:password@host:587?starttls=required` or `smtps://…`. Signs with a meaning in addresses
/// are percent-encoded in user and password.
package struct SMTPSettings: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
    package enum StartTLS: String, Sendable { case required, optional, none }

    package let host: String
    package let port: Int
    package let user: String?
    let password: String?
    /// TLS from the first byte.
    package let isTLS: Bool
    /// `required` unless the address says otherwise; `optional` where there is no password to protect.
    package let startTLS: StartTLS
    /// A file with the certificates to trust, instead of the system's.
    package let caFile: String?

    package init(url: String, caFile: String? = nil) throws(SMTPSettingsError) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(), let host = parts.host,
            !host.isEmpty
        else { throw SMTPSettingsError(description: "not an address such as smtp://user:password@host:587") }
        guard scheme == "smtp" || scheme == "smtps" else {
            throw SMTPSettingsError(description: "must begin with smtp:// or smtps://")
        }
        guard parts.path.isEmpty || parts.path == "/", parts.fragment == nil else {
            throw SMTPSettingsError(
                description: "nothing but ?starttls=… may follow the port (percent-encode / and # in the password)")
        }
        var startTLS: StartTLS?
        for item in parts.queryItems ?? [] {
            guard item.name == "starttls", let value = StartTLS(rawValue: item.value ?? "") else {
                throw SMTPSettingsError(description: "the only option is starttls=required, optional or none")
            }
            startTLS = value
        }
        self.host = host
        isTLS = scheme == "smtps"
        port = parts.port ?? (isTLS ? 465 : 587)
        user = parts.user.flatMap { $0.isEmpty ? nil : $0 }
        password = parts.password
        self.startTLS = startTLS ?? (user == nil ? .optional : .required)
        self.caFile = caFile
    }

    /// For logs and `doctor`: without the password.
    package var description: String {
        let login = user.map { "\($0):***@" } ?? ""
        return "\(endpoint.replacing("://", with: "://" + login))" + (isTLS ? "" : "?starttls=\(startTLS.rawValue)")
    }

    /// Nothing below the description, or `dump` would show the password.
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// The address for libcurl.
    var endpoint: String { "\(isTLS ? "smtps" : "smtp")://\(host):\(port)" }
}
