import Foundation
import Mail

/// An e-mail address as people type it: trimmed, checked for a shape that can be delivered.
package enum EmailAddress {
    /// The address without the spaces around it, or nil when no mail could reach it.
    package static func clean(_ text: String) -> String? {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard trimmed.utf8.count <= 254, (try? MailAddress(trimmed)) != nil else { return nil }
        return trimmed
    }

    /// What makes two spellings one account. Only case is folded: accents are other mailboxes.
    package static func key(_ email: String) -> String {
        email.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    }
}
