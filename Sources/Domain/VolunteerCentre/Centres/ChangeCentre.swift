import SQL

/// The administrator keeps the centre's own data, colours and rules.
package enum ChangeCentre {
    package struct Input: Sendable, Equatable {
        package var name = ""
        package var email = ""
        package var phone = ""
        package var address = ""
        package var openingHours = ""
        package var intro = ""
        package var brand = ""
        package var accent = ""
        package var editsReturnToQueue = true
        package var reactivationReturnsToQueue = false
        package var unconfirmedGoesOffline = false
        /// A line each.
        package var criteria = ""
        /// As it was typed; a number of `ReplyClock.terms`.
        package var answerDays = ""

        package init() {}

        package init(_ centre: Centre) {
            (name, email, phone, address) = (centre.name, centre.email, centre.phone, centre.address)
            (openingHours, intro) = (centre.openingHours, centre.intro)
            (brand, accent) = (centre.theme.brand.hex, centre.theme.accent.hex)
            editsReturnToQueue = centre.editsReturnToQueue
            reactivationReturnsToQueue = centre.reactivationReturnsToQueue
            unconfirmedGoesOffline = centre.unconfirmedGoesOffline
            criteria = centre.criteria.joined(separator: "\n")
            answerDays = "\(centre.answerDays)"
        }

        /// What somebody had before her when she began to change it, field by field.
        package var marks: String {
            let texts = Text.allCases.map { String(Token.hash(self[keyPath: $0.path]).prefix(12)) }
            let rules = Self.rules.map { self[keyPath: $0] ? "1" : "0" }
            return (texts + rules).joined(separator: "-")
        }

        /// Hers where she changed something, what stands there now where she did not.
        /// - Parameter seen: the marks of what her form began with; without them everything in it counts as changed by her.
        /// - Returns: with the texts that somebody else changed too, and to something else.
        func merged(over now: Input, seen: String) -> (Input, both: [Text]) {
            let (began, standing, hers) = (Self.pieces(seen), Self.pieces(now.marks), Self.pieces(marks))
            let isKnown = began.count == standing.count
            func isKept(_ place: Int) -> Bool { isKnown && began[place] == hers[place] }
            var (merged, both) = (self, [Text]())
            for (place, text) in Text.allCases.enumerated() where hers[place] != standing[place] {
                if isKept(place) {
                    merged[keyPath: text.path] = now[keyPath: text.path]
                } else if !isKnown || began[place] != standing[place] {
                    both.append(text)
                }
            }
            for (place, rule) in Self.rules.enumerated() where isKept(Text.allCases.count + place) {
                merged[keyPath: rule] = now[keyPath: rule]
            }
            return (merged, both)
        }

        private static var rules: [WritableKeyPath<Input, Bool>] {
            [\.editsReturnToQueue, \.reactivationReturnsToQueue, \.unconfirmedGoesOffline]
        }

        private static func pieces(_ marks: String) -> [Substring] { marks.split(separator: "-") }
    }

    /// What can be written in two ways at once; a rule is there or not.
    package enum Text: CaseIterable, Sendable {
        case name, intro, email, phone, address, openingHours, brand, accent, criteria, answerDays

        package var path: WritableKeyPath<Input, String> {
            switch self {
            case .name: \.name
            case .intro: \.intro
            case .email: \.email
            case .phone: \.phone
            case .address: \.address
            case .openingHours: \.openingHours
            case .brand: \.brand
            case .accent: \.accent
            case .criteria: \.criteria
            case .answerDays: \.answerDays
            }
        }
    }

    package enum Outcome: Sendable, Equatable {
        case changed, unreadableColours, unfitTerm, notFound
        /// Another tab, or a colleague, changed the same texts since she opened the form.
        case changedMeanwhile(Meanwhile)
    }

    package struct Meanwhile: Sendable, Equatable {
        /// What stands there now.
        package let now: Input
        /// Hers, with what only others changed.
        package let merged: Input
        package let both: [Text]
    }

    /// - Parameter seen: the marks of what the form began with.
    package static func run(_ typed: Input, seen: String, in work: UnitOfWork) throws -> Outcome {
        guard work.actor.isAdministrator, let now = try CentreQueries.find(work.centre.id, work.tx).map(Input.init)
        else { return .notFound }
        guard Theme(brand: typed.brand, accent: typed.accent) != nil else { return .unreadableColours }
        guard let days = Int(typed.answerDays), ReplyClock.terms.contains(days) else { return .unfitTerm }
        let (input, both) = typed.merged(over: now, seen: seen)
        guard both.isEmpty else { return .changedMeanwhile(.init(now: now, merged: input, both: both)) }
        if now == input { return .changed }
        // Two colours that were each chosen beside another one.
        guard Theme(brand: input.brand, accent: input.accent) != nil else {
            return .changedMeanwhile(.init(now: now, merged: typed, both: [.brand, .accent]))
        }
        try work.tx(
            """
            update centre set name = \(input.name), email = \(input.email), phone = \(input.phone), address = \(input.address),
                opening_hours = \(input.openingHours), intro = \(input.intro), brand = \(input.brand), accent = \(input.accent),
                edits_return_to_queue = \(input.editsReturnToQueue),
                reactivation_returns_to_queue = \(input.reactivationReturnsToQueue),
                unconfirmed_goes_offline = \(input.unconfirmedGoesOffline), criteria = \(input.criteria),
                answer_days = \(Int(input.answerDays) ?? days)
            where id = \(work.centre.id)
            """)
        try Audit.record("centre.changed", on: "centre", work.centre.id.number, in: work)
        return .changed
    }
}
