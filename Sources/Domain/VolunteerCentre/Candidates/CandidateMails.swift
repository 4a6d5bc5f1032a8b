import Localisation
import SQL
import Time

extension Mails {
    func candidateInvited(
        _ id: ID<PoolInvitation>, organisation: String, vacancy: Vacancy, words: String, to account: Account,
        centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: .candidateInvited, key: "pool:\(id)", button: .page("/mijn/kandidatenbank/uitnodigingen/\(id)"),
                values: [.organisation: organisation, .title: vacancy.content.title, .words: words]),
            to: account, centre: centre, now: now, tx)
    }

    /// - Parameter response: what came of it; nil when she does not come.
    func candidateAnswered(
        _ invitation: PoolInvitation, response: ID<Application>?, to account: Account, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        try write(
            Draft(
                kind: response == nil ? .candidateDeclined : .candidateAccepted,
                key: "pool:\(invitation.id):\(response == nil ? "no" : "yes"):\(account.id)",
                button: .page(response.map { "/beheer/reacties/\($0)" } ?? "/beheer/kandidaten"),
                values: [.title: invitation.vacancyTitle]),
            to: account, centre: centre, now: now, tx)
    }
}
