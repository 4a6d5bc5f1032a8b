/// Words of a mail as they are stored: whole, but for the secret, of which only the places are known.
///
/// A place is a position, never a mark in the words: whatever people type can be no place. Only what the program itself
/// builds (button, foot) makes one.
package struct MailBody: Sendable, Equatable {
    /// Without the secret.
    package private(set) var words: String
    /// Where it goes, ascending, in bytes of UTF-8 from the start of `words`.
    package private(set) var places: [Int]

    package init(_ words: String = "", places: [Int] = []) {
        self.words = words
        self.places = places
    }

    package mutating func append(_ text: String) { words += text }

    package mutating func append(_ link: MailLink) {
        words += link.address
        if link.endsInSecret { places.append(words.utf8.count) }
    }

    /// The words as they go out, or as they are shown with a sign in the secret's place.
    package func filled(with secret: String) -> String {
        var (bytes, from) = ([UInt8](), 0)
        let all = Array(words.utf8)
        for place in places where (from...all.count).contains(place) {
            bytes += all[from..<place] + Array(secret.utf8)
            from = place
        }
        return String(decoding: bytes + all[from...], as: UTF8.self)
    }

    /// As a column holds them.
    var storedPlaces: String { places.map(String.init).joined(separator: " ") }

    init(_ words: String, storedPlaces: String) {
        self.init(words, places: storedPlaces.split(separator: " ").compactMap { Int($0) })
    }
}

/// An address in a mail that the program built. The secret, if there is one, follows it directly.
package struct MailLink: Sendable, Equatable {
    package let address: String
    package let endsInSecret: Bool

    package init(_ address: String, endsInSecret: Bool = false) {
        self.address = address
        self.endsInSecret = endsInSecret
    }
}
