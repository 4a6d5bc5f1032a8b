import Foundation
package import SQL
package import Time

/// What must still be true when a mail leaves. The mail server may be away for days: nobody is reminded then of what she answered
/// meanwhile, or told of a vacancy that is gone.
package struct Premise: Codable, Sendable, Equatable {
    /// How it is looked at; stored with the mail, so a name never changes.
    package struct Rule: RawRepresentable, Codable, Hashable, Sendable {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
    }

    /// - Parameters: the premise, when its mail was made, and now.
    package typealias Check = @Sendable (Premise, Instant, Instant, Transaction) throws -> Bool

    package let rule: Rule
    /// The records it is about: one of them is enough.
    package let about: [Int64]
    /// What else the rule asks for.
    package var others: [Int64]
    package var day: CalendarDate?
    /// Who must still work there.
    package var account: Int64?

    package init(_ rule: Rule, _ about: [Int64], others: [Int64] = [], day: CalendarDate? = nil, account: Int64? = nil)
    {
        self.rule = rule
        self.about = about
        self.others = others
        self.day = day
        self.account = account
    }

    var stored: String? { (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } }

    /// Nil for what an older or newer program wrote: such mail leaves.
    package static func read(_ stored: String) -> Premise? {
        try? JSONDecoder().decode(Premise.self, from: Data(stored.utf8))
    }

    /// Whether the one it goes to still works for the organisation of `record`; true where it names nobody.
    package func isMember(_ record: SQL) -> SQL {
        account.map {
            """
            exists (select 1 from organisation_member w where w.organisation_id = \(record).organisation_id and w.account_id = \($0))
            """
        } ?? "\(true)"
    }
}
