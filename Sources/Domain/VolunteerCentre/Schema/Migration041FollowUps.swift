import SQL

extension Migration {
    /// How far an organisation is with somebody without an account: her response itself only knows *in conversation*. The history
    /// says the same of each step.
    static let followUps = Migration(
        41, "follow_ups",
        [
            "alter table application add column follow_up \(.text)",
            "alter table state_change add column follow_up \(.text)",
        ])
}
