/// What a gettext catalogue cannot be read for: `nl.po:12: …`.
package struct POError: Error, Equatable, CustomStringConvertible {
    package let file: String
    package let line: Int
    package let reason: String

    package var description: String { "\(file):\(line): \(reason)" }
}

/// One message of a catalogue.
package struct POEntry: Sendable, Equatable {
    package var context: String?
    package var id: String
    /// The id of the plural form; nil for a message that counts nothing.
    package var pluralID: String?
    /// One text, or one per plural form. An empty text means: not translated.
    package var texts: [String]
    /// A guess that nobody confirmed; not shown to people.
    package var isFuzzy: Bool
    /// Where the entry begins, from 1.
    package var line: Int

    /// What tells messages apart, as gettext does it: the context before an END OF TRANSMISSION sign.
    package var key: String { POEntry.key(id, context: context) }

    package static func key(_ id: String, context: String?) -> String {
        context.map { $0 + "\u{4}" + id } ?? id
    }
}

/// A gettext catalogue as text (GNU gettext manual, "The Format of PO Files"), without the header and obsolete entries.
package struct POFile: Sendable, Equatable {
    package private(set) var entries: [POEntry] = []

    /// Fails at the first line that is not well formed, and at a message that stands in the file twice.
    package init(_ text: String, name: String) throws(POError) {
        var reader = POReader(file: name)
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
            number += 1
            try reader.read(line, number)
        }
        try reader.finishEntry(number)
        entries = reader.entries
    }
}
