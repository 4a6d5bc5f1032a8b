import SQL

/// The administrator adds a page of information to the site.
package enum AddPage {
    package enum Outcome: Sendable, Equatable {
        case added(name: String), tooMany, refused([ChangeText.Refusal]), notFound
    }

    /// They stand in a row at the bottom of every page.
    package static let most = 20

    package static func run(_ wording: OwnText.Wording, in work: UnitOfWork) throws -> Outcome {
        guard work.actor.isAdministrator else { return .notFound }
        try work.tx.lock(table: "text_version")
        let taken = try OwnText.changed(kind: "page", in: work.centre.id, work.tx)
        guard taken.count < most + InformationPage.allCases.count else { return .tooMany }
        let slug = Slug.make(wording.title)
        let wanted = slug.isEmpty ? "pagina" : slug
        var (name, number) = (wanted, 2)
        // Also not the name of a page that was taken away: its history is another one's.
        while try InformationPage(rawValue: name) != nil || OwnText.exists(.page(name), in: work.centre.id, work.tx) {
            name = "\(wanted)-\(number)"
            number += 1
        }
        let refusals = ChangeText.problems(wording, .page(name))
        guard refusals.isEmpty else { return .refused(refusals) }
        try ChangeText.store(
            .init(place: .page(name), language: work.centre.language, wording: wording, basedOn: nil), in: work)
        return .added(name: name)
    }
}
