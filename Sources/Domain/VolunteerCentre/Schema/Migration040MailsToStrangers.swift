import SQL

extension Migration {
    /// Mails to addresses that anybody may have typed no longer carry what was typed (its name, the organisation's): a centre's
    /// own words for them lose these fields too.
    static let mailsToStrangers = Migration(
        40, "mails_to_strangers",
        [
            """
            update text_version set title = replace(replace(title, ' {{name}}', ''), '{{name}}', ''),
                body = replace(replace(body, ' {{name}}', ''), '{{name}}', '')
            where kind = 'mail' and name in ('application_received_guest', 'organisation_registered',
                'volunteer_registered', 'volunteer_known', 'member_invited')
            """,
            """
            update text_version set title = replace(title, '{{organisation}}', 'je organisatie'),
                body = replace(body, '{{organisation}}', 'je organisatie')
            where kind = 'mail' and name = 'organisation_registered'
            """,
        ])
}
