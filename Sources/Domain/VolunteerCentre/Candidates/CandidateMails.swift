import SQL
import Time

extension MailDraft {
    static func candidateInvited(_ id: ID<PoolInvitation>, organisation: String, vacancy: Vacancy, words: String)
        -> MailDraft
    {
        MailDraft(
            kind: .candidateInvited, key: "pool:\(id)", button: .page("/mijn/kandidatenbank/uitnodigingen/\(id)"),
            values: [.organisation: organisation, .title: vacancy.content.title, .words: words])
    }

    /// - Parameter response: what came of it; nil when she does not come.
    static func candidateAnswered(_ invitation: PoolInvitation, response: ID<Application>?, to account: Account)
        -> MailDraft
    {
        MailDraft(
            kind: response == nil ? .candidateDeclined : .candidateAccepted,
            key: "pool:\(invitation.id):\(response == nil ? "no" : "yes"):\(account.id)",
            button: .page(response.map { "/beheer/reacties/\($0)" } ?? "/beheer/kandidaten"),
            values: [.title: invitation.vacancyTitle])
    }
}
