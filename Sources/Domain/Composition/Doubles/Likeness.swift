import Foundation
import VolunteerCentre

/// What of a volunteer is compared with others, so that *Piet Jansen* and *Jansen, P.* are found with one number or address.
package struct Likeness: Sendable {
    /// Why two profiles may be one person.
    package enum Reason: String, Sendable, CaseIterable { case name, mailbox, phone, place }

    let words: [String]
    let phone: String
    let mailbox: String
    let place: String

    package init(name: String, phone: String, email: String, place: String) {
        words = Self.words(name)
        self.phone = Self.number(phone)
        mailbox = Self.mailbox(email)
        self.place = Self.words(place).joined(separator: " ")
    }

    /// *Jansen, Piet* is *Piet Jansen*.
    private static func words(_ text: String) -> [String] {
        let parts = text.split(separator: ",", maxSplits: 1)
        let turned = parts.count == 2 ? "\(parts[1]) \(parts[0])" : text
        return Folding.fold(turned).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The last nine digits: `06-12345678`, `+31 6 12 34 56 78` and `0031612345678` are one number. Shorter ones say nothing.
    private static func number(_ phone: String) -> String {
        let digits = phone.filter { $0.isASCII && $0.isNumber }
        return digits.count >= 8 ? String(digits.suffix(9)) : ""
    }

    /// The mailbox that an address reaches: what stands behind a plus is for its owner's eyes, and so are Google's points.
    private static func mailbox(_ email: String) -> String {
        let parts = EmailAddress.key(email).split(separator: "@")
        guard parts.count == 2 else { return "" }
        let name = String(parts[0].prefix { $0 != "+" })
        let isGoogle = parts[1] == "gmail.com" || parts[1] == "googlemail.com"
        return isGoogle ? name.replacing(".", with: "") + "@gmail.com" : "\(name)@\(parts[1])"
    }

    private enum Names { case same, alike, other }

    private func names(_ other: Likeness) -> Names {
        if words.sorted() == other.words.sorted() { return .same }
        guard let (first, last) = ends, let (theirFirst, theirLast) = other.ends else { return .other }
        // A given name and another surname, as after a marriage; or an initial and the same surname.
        if first == theirFirst, first.count > 1 { return .alike }
        let hasInitial = first.count == 1 || theirFirst.count == 1
        return hasInitial && first.first == theirFirst.first && last == theirLast ? .alike : .other
    }

    private var ends: (first: String, last: String)? {
        guard let first = words.first, let last = words.last, words.count > 1 else { return nil }
        return (first, last)
    }

    /// Why these may be one person, the strongest first; empty when nothing says so. One telephone or mailbox alone does not: a household
    /// has one.
    package func reasons(with other: Likeness) -> [Reason] {
        let names = names(other)
        let phone = !phone.isEmpty && phone == other.phone
        let mailbox = !mailbox.isEmpty && mailbox == other.mailbox
        guard names == .same || names == .alike && (phone || mailbox) else { return [] }
        let place = !place.isEmpty && place == other.place
        let all: [(Reason, Bool)] = [(.name, names == .same), (.mailbox, mailbox), (.phone, phone), (.place, place)]
        return all.filter(\.1).map(\.0)
    }
}
