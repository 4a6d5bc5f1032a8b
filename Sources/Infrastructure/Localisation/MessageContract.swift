/// What is wrong between the sources and a catalogue; `description` is a line to print.
package enum MessageProblem: Sendable, Equatable, CustomStringConvertible {
    case missing(ExtractedMessage)
    case unknown(id: String, line: Int)
    case fuzzy(id: String, line: Int)
    case placeholders(id: String, line: Int)
    case pluralForms(id: String, line: Int)
    case notGiven(ExtractedMessage)

    package var description: String {
        switch self {
        case .missing(let m): "\(m.file):\(m.line): not translated: \(m.id)"
        case .unknown(let id, let line): "line \(line): no source asks for it: \(id)"
        case .fuzzy(let id, let line): "line \(line): still fuzzy: \(id)"
        case .placeholders(let id, let line): "line \(line): other placeholders than the id: \(id)"
        case .pluralForms(let id, let line):
            "line \(line): singular and plural must both be there, and only where the source counts: \(id)"
        case .notGiven(let m): "\(m.file):\(m.line): values and placeholders differ: \(m.id)"
        }
    }
}

/// Compares the messages of the sources with a catalogue.
package struct MessageContract {
    package let messages: [ExtractedMessage]
    /// Ids that sources hold as values without `l10n`, such as raw values of states.
    package let extra: Set<String>

    package init(_ messages: [ExtractedMessage], extra: Set<String> = []) {
        self.messages = messages
        self.extra = extra
    }

    /// The calls that give other values than their message has places for.
    package func problemsInSources() -> [MessageProblem] {
        messages.filter { message in message.given.map { $0 != message.placeholders } ?? false }.map { .notGiven($0) }
    }

    /// `complete` asks for every message, as for `nl` and `fr`; `nl-BE` may leave out what is the same as in `nl`.
    package func problems(in catalogue: POFile, complete: Bool) -> [MessageProblem] {
        let asked = Dictionary(messages.map { ($0.key, $0) }) { a, b in a.pluralID == nil ? b : a }
        var problems: [MessageProblem] = []
        var translated: Set<String> = []
        for entry in catalogue.entries {
            let message = asked[entry.key]
            if entry.isFuzzy {
                problems.append(.fuzzy(id: entry.id, line: entry.line))
            } else if message == nil, !extra.contains(entry.key) {
                problems.append(.unknown(id: entry.id, line: entry.line))
            } else if entry.texts.contains("") {
                continue
            } else if entry.pluralID != message?.pluralID || (entry.pluralID != nil && entry.texts.count != 2) {
                problems.append(.pluralForms(id: entry.id, line: entry.line))
            } else if !hasSamePlaceholders(entry) {
                problems.append(.placeholders(id: entry.id, line: entry.line))
            }
            translated.insert(entry.key)
        }
        if complete {
            problems += asked.values.filter { !translated.contains($0.key) }.sorted {
                ($0.file, $0.line) < ($1.file, $1.line)
            }
            .map { .missing($0) }
            problems += extra.subtracting(asked.keys).subtracting(translated).sorted()
                .map { .missing(ExtractedMessage(id: $0, file: "extra", line: 0)) }
        }
        return problems
    }

    /// A plural form may leave out the number ("één vacature"), nothing else.
    private func hasSamePlaceholders(_ entry: POEntry) -> Bool {
        let names = Placeholders.names(in: entry.id).union(entry.pluralID.map(Placeholders.names) ?? [])
        let optional: Set<String> = entry.pluralID == nil ? [] : ["count"]
        return entry.texts.allSatisfy { text in
            let used = Placeholders.names(in: text)
            return used.isSubset(of: names) && names.subtracting(optional).isSubset(of: used)
        }
    }
}
