import SQL

extension Migration {
    /// The activity of a centre in order.
    static let centreActivity = Migration(
        21, "centre_activity", ["create index state_change_centre on state_change (centre_id, id)"])
}
