import Localisation

extension Capability {
    /// The acts of the log in words.
    static let bankActs: [String: StaticString] = [accounts, organisations, vacancies, responses, volunteers, centre]
        .reduce(into: [:]) { all, acts in all.merge(acts) { _, _ in preconditionFailure("two acts of one name") } }

    private static let accounts: [String: StaticString] = [
        "password.reset_requested": l10n("Asked for a new password"),
        "password.set": l10n("Set a password"),
        "session.opened": l10n("Logged in"),
        "sessions.ended": l10n("Logged out everywhere"),
    ]

    private static let organisations: [String: StaticString] = [
        "department.added": l10n("Added a department"),
        "department.removed": l10n("Removed a department"),
        "department.renamed": l10n("Renamed a department"),
        "holiday.added": l10n("Entered a holiday"),
        "holiday.removed": l10n("Removed a holiday"),
        "invitation.renewed": l10n("Sent a new link to log in"),
        "member.assigned": l10n("Placed somebody in a department"),
        "member.changed": l10n("Changed the role of a member"),
        "member.invitation_taken_back": l10n("Took back the invitation of a member"),
        "member.invited": l10n("Invited a member"),
        "member.joined": l10n("Joined an organisation"),
        "member.removed": l10n("Removed a member"),
        "organisation.acting.begun": l10n("Began to act for an organisation"),
        "organisation.acting.ended": l10n("Stopped acting for an organisation"),
        "organisation.approved": l10n("Approved an organisation"),
        "organisation.asked": l10n("Asked an organisation something"),
        "organisation.changed": l10n("Changed an organisation"),
        "organisation.consultant": l10n("Gave an organisation a consultant"),
        "organisation.erased": l10n("Erased an organisation"),
        "organisation.merged": l10n("Merged two organisations"),
        "organisation.registered": l10n("Registered an organisation"),
        "organisation.rejected": l10n("Refused an organisation"),
        "organisation.restored": l10n("Restored an organisation"),
        "organisation.suspended": l10n("Suspended an organisation"),
        "upload.cleaned": l10n("Cleaned a photograph"),
        "upload.stored": l10n("Added a photograph"),
    ]

    private static let vacancies: [String: StaticString] = [
        "vacancy.archived": l10n("Archived a vacancy"),
        "vacancy.changed": l10n("Changed a vacancy"),
        "vacancy.deleted": l10n("Deleted a vacancy"),
        "vacancy.draft": l10n("Returned a vacancy with a question"),
        "vacancy.drafted": l10n("Kept a vacancy as a draft"),
        "vacancy.featured": l10n("Put a vacancy in the spotlight"),
        "vacancy.offline": l10n("Took a vacancy offline"),
        "vacancy.published": l10n("Put a vacancy online"),
        "vacancy.queued": l10n("Sent in a vacancy"),
        "vacancy.rejected": l10n("Refused a vacancy"),
        "vacancy.saved": l10n("Saved a vacancy"),
        "vacancy.unfeatured": l10n("Took a vacancy out of the spotlight"),
    ]

    private static let responses: [String: StaticString] = [
        "application.answered": l10n("Wrote in a conversation"),
        "people.exported": l10n("Took a list of people along as a file"),
        "application.claimed": l10n("Put a response with an account"),
        "application.declined": l10n("Declined a response"),
        "application.erased": l10n("Erased a response"),
        "application.in_conversation": l10n("Began a conversation"),
        "application.matched": l10n("Agreed on a match"),
        "application.new": l10n("Responded"),
        "application.sent": l10n("Sent a response"),
        "application.withdrawn": l10n("Withdrew a response"),
        "invitation.accepted": l10n("Said yes to an invitation"),
        "invitation.declined": l10n("Said no to an invitation"),
        "invitation.open": l10n("Opened an invitation"),
        "invitation.sent": l10n("Invited a volunteer"),
        "match.active": l10n("Began a match"),
        "match.cancelled": l10n("Cancelled a match"),
        "match.created": l10n("Made a match"),
        "match.end_opened": l10n("Left the end of a match open"),
        "match.end_planned": l10n("Planned the end of a match"),
        "match.ended": l10n("Ended a match"),
    ]

    private static let volunteers: [String: StaticString] = [
        "answers.kept": l10n("Kept the answers of the questionnaire"),
        "candidate.invited": l10n("Invited a candidate from the pool"),
        "candidate.viewed": l10n("Looked at a candidate"),
        "candidates.searched": l10n("Searched the candidate pool"),
        "pause.ended": l10n("Ended a pause"),
        "pool.joined": l10n("Joined the candidate pool"),
        "pool.left": l10n("Left the candidate pool"),
        "pool.unblocked": l10n("Let an organisation see her again"),
        "pool_invitation.accepted": l10n("Said yes to an organisation"),
        "pool_invitation.never": l10n("Never wants to hear from an organisation"),
        "pool_invitation.not_now": l10n("Said not now to an organisation"),
        "pool_invitation.open": l10n("Opened an invitation from the pool"),
        "profile.changed": l10n("Changed a profile"),
        "profile.viewed": l10n("Looked at a profile"),
        "search.changed": l10n("Changed a kept search"),
        "search.kept": l10n("Kept a search"),
        "search.let_go": l10n("Let go of a kept search"),
        "search.stopped": l10n("Stopped the mails of a search"),
        "vacancy.kept": l10n("Kept a vacancy"),
        "vacancy.let_go": l10n("Let go of a kept vacancy"),
        "volunteer.asked": l10n("Asked for an account"),
        "volunteer.erased": l10n("Erased a volunteer"),
        "volunteer.kept": l10n("Chose to stay a volunteer"),
        "volunteer.registered": l10n("Became a volunteer"),
    ]

    private static let centre: [String: StaticString] = [
        "centre.changed": l10n("Changed the settings of the centre"),
        "centre.created": l10n("Made the centre"),
        "finding.changed": l10n("Changed how people find"),
        "mail.retried": l10n("Sent a mail once more"),
        "neighbourhoods.replaced": l10n("Replaced the neighbourhoods"),
        "retention.changed": l10n("Changed how long data stays"),
        "sharing.offered": l10n("Offered to share vacancies"),
        "sharing.stopped": l10n("Stopped sharing vacancies"),
        "staff.away": l10n("Entered when a colleague is away"),
        "staff.changed": l10n("Changed the role of a colleague"),
        "staff.invited": l10n("Invited a colleague"),
        "staff.removed": l10n("Removed a colleague"),
        "text.changed": l10n("Changed a text"),
        "text.reset": l10n("Put back the text we began with"),
    ]
}
