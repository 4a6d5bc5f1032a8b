import SQL

/// What the vacancy coach looks at. A centre can switch each off.
package enum CoachRule: String, Sendable, CaseIterable, SQLValue {
    /// What somebody does.
    case task
    case hours, place
    /// Whom a volunteer turns to.
    case contact
    case guidance, insurance, expenses
    /// Sentences that are short enough to be read at once.
    case sentences
    /// Words that everybody knows.
    case words
    /// No diploma, curriculum vitae or experience is asked without need.
    case diploma
    /// It is no paid work that is replaced.
    case paid

    /// Those that a centre switched off, as they are stored.
    package static func off(_ names: String) -> Set<CoachRule> {
        Set(names.split(separator: " ").compactMap { CoachRule(rawValue: String($0)) })
    }
}
