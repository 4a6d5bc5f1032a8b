/// Words of people in which addresses can be tapped: `https://…`, `www.…`, mail addresses and telephone numbers. Anything else stays
/// text.
package struct TappableText {
    private let text: String

    package init(_ text: String) { self.text = text }

    // Each repeat has an end: a text without spaces would be read again from each of its letters (addresses: RFC 5321, 4.5.3.1).
    // A pattern never changes; the compiler does not know it.
    private nonisolated(unsafe) static let address =
        /https?:\/\/[^\s<>"]+|www\.[^\s<>"]+|[^\s<>"@:;,()?&%]{1,64}@[^\s<>"@:;,()]{1,190}\.[A-Za-z]{2,24}|(?:\+\d{2}|0)[\d \-()]{7,16}\d/

    package var html: HTML {
        var html = HTML.empty
        var rest = text[...]
        while let match = rest.firstMatch(of: Self.address) {
            let whole = match.output
            // The full stop behind an address ends the sentence, a bracket the aside, and stars what they make bold.
            let end = whole.lastIndex { !".,;:!?)]'*_".contains($0) }.map { whole.index(after: $0) } ?? whole.endIndex
            let found = whole[..<end]
            html += "\(rest[..<match.range.lowerBound])"
            html += link(String(found), isLoose: isLoose(before: match.range.lowerBound, in: rest)) ?? "\(found)"
            rest = rest[end...]
        }
        html += "\(rest)"
        return html
    }

    /// Not the middle of a word or of a longer number.
    private func isLoose(before place: String.Index, in text: Substring) -> Bool {
        guard place > text.startIndex else { return true }
        let before = text[text.index(before: place)]
        return !before.isLetter && !before.isNumber
    }

    private func link(_ found: String, isLoose: Bool) -> HTML? {
        guard isLoose else { return nil }
        if found.contains("@"), !found.contains("://") {
            return WebAddress.mail(found).map { "<a href=\"\($0)\">\(found)</a>" }
        }
        if found.first == "0" || found.first == "+" {
            guard (9...13).contains(found.count(where: \.isNumber)) else { return nil }
            return WebAddress.telephone(found).map { "<a href=\"\($0)\">\(found)</a>" }
        }
        return WebAddress(website: found).map {
            "<a class=\"bare\" href=\"\($0)\" rel=\"nofollow ugc noopener\">\(found)</a>"
        }
    }
}
