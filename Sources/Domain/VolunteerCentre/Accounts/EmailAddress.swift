import Foundation
import Mail
package import SQL

/// An e-mail address as people type it: trimmed, checked for a shape that can be delivered.
package enum EmailAddress {
    /// The address without the spaces around it, or nil when no mail could reach it.
    package static func clean(_ text: String) -> String? {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard trimmed.utf8.count <= 254, (try? MailAddress(trimmed)) != nil else { return nil }
        return trimmed
    }

    /// SQL for the mails that reach the mailbox of an address, however it was spelled.
    package static func reaches(_ email: String, at column: SQL = "to_address") -> SQL {
        "lower(\(column)) in (\(email.lowercased()), \(key(email)))"
    }

    /// What makes two spellings one account: the address as a mail server gets it, in lower case. `@straße.example`,
    /// `@STRAẞE.example` and `@xn--strae-oqa.example` are one mailbox, so whoever reads its mail is one person.
    package static func key(_ email: String) -> String {
        let trimmed = email.trimmingCharacters(in: .whitespacesAndNewlines)
        return ((try? MailAddress(trimmed))?.address ?? trimmed).lowercased()
    }
}
