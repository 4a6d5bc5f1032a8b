import SQL
import VolunteerCentre

/// Erases responses with all that hangs on them: messages, matches, histories, links.
enum EraseApplications {
    static func run(_ ids: [ID<Application>], in centre: ID<Centre>, _ tx: Transaction) throws {
        guard !ids.isEmpty else { return }
        let their: SQL = "centre_id = \(centre) and application_id in \(list: ids)"
        try tx(
            """
            delete from state_change where centre_id = \(centre) and (subject = 'application' and subject_id in \(list: ids)
                or subject = 'match' and subject_id in (select id from match where \(their)))
            """)
        try tx("delete from match where \(their)")
        try tx("delete from application_message where \(their)")
        try tx(
            """
            delete from action_link where centre_id = \(centre) and purpose = \(ActionLink.Purpose.claimApplication)
                and subject_id in \(list: ids)
            """)
        try tx("delete from application where centre_id = \(centre) and id in \(list: ids)")
    }
}
