import Composition
import GivenCentre
import SQL
import Synchronization
import Time
import VolunteerCentre
import Web

@testable import Site
@testable import SiteKit

/// The records that the routes of the access contract point at; each asker gets fresh ones, so that none meets what another did.
struct AccessWorld: Sendable {
    private final class Wanted: Sendable {
        let vacancy = Mutex<ID<Vacancy>?>(nil)
        let double = Mutex<[ID<Volunteer>]>([])
    }

    let client: SiteClient
    let owner: GivenOrganisation
    let second: GivenOrganisation
    let volunteer: GivenVolunteer
    let otherVolunteer: GivenVolunteer
    /// For which a candidate is asked.
    private let wanted = Wanted()

    var openVacancyNumber: String { wanted.vacancy.withLock { $0 }?.description ?? "" }
    static let password = "drie groene fietsen"

    init(_ client: SiteClient) async throws {
        self.client = client
        owner = try await client.given.organisation("De Warme Pan")
        second = try await client.given.organisation("Het Haverveldje")
        volunteer = try await client.given.volunteer()
        otherVolunteer = try await client.given.volunteer("Selma Yildiz")
        let hash = try await client.services.hasher.hash(Self.password)
        try await client.given.database.write { tx in try tx("update account set password_hash = \(hash)") }
    }

    func actor(_ role: AccessRole) -> Actor? {
        switch role {
        case .visitor: nil
        case .volunteer: volunteer.actor
        case .otherVolunteer: otherVolunteer.actor
        case .member: owner.member
        case .otherMember: second.member
        case .desk: client.given.desk
        case .mediator: client.given.mediator
        case .administrator: client.given.administrator
        case .stranger: client.given.stranger
        }
    }

    func email(_ role: AccessRole) -> String {
        switch role {
        case .visitor, .member: owner.email
        case .otherMember: second.email
        case .volunteer: volunteer.email
        case .otherVolunteer: otherVolunteer.email
        case .stranger: "administrator@hasselt.example"
        default: "\(role.rawValue)@borne.example"
        }
    }

    /// The marks of the settings as they are.
    func settings() async throws -> String {
        let id = client.given.centre.id
        let centre = try await client.given.database.read { tx in try CentreQueries.find(id, tx) }
        return centre.map { ChangeCentre.Input($0).marks } ?? ""
    }

    /// Of the first centre.
    func sealedAnswers() -> String {
        let sealed = SealedText(secret: client.services.secret, purpose: "wishes", lifetime: .hours(48))
        let seal = sealed.seal(
            "interesse=taal", for: client.given.centre.id.description, random: client.given.random(12),
            now: client.clock.now)
        return "/past-bij-jou/\(seal)"
    }

    /// Of the map that the centre chose.
    func mapTile() async throws -> String {
        let given = client.given
        _ = try await given.write(by: given.administrator) { work in
            var settings = try CentreQueries.find(work.centre.id, work.tx)?.finding ?? FindingSettings()
            settings.maps = [TestTiles.id]
            return try ChangeFinding.run(settings, in: work)
        }
        client.services.centres.forget()
        return TestTiles.path
    }

    func openVacancy() async throws -> String {
        Link.vacancy(try await client.given.vacancy("Kok gezocht", of: owner), "Kok gezocht")
    }

    func queued() async throws -> ID<Vacancy> { try await client.given.queuedVacancy(of: owner) }

    func returned() async throws -> ID<Vacancy> {
        let id = try await queued()
        _ = try await client.given.review(.giveBack(comment: "Waar is het?"), id, by: client.given.mediator)
        return id
    }

    func picture() async throws -> String {
        let (given, now) = (client.given, client.clock.now)
        let stored = try await given.write(by: owner.member, at: now) { work in
            try Upload.store(card: [1], page: [2], in: work)
        }
        guard let stored else { throw Given.Unexpected("no upload") }
        return "/media/\(stored.id)/\(stored.hash)-card.webp"
    }

    /// Somebody of this centre whom nobody needs.
    func colleague() async throws -> ID<Account> {
        let (given, email) = (client.given, "\(client.given.newKey().prefix(8))@borne.example")
        return try await given.write(by: .system(centre: given.centre)) { work in
            _ = try InviteStaff.run(email: email, name: "Collega", role: .desk, in: work)
            return try AccountQueries.find(email: email, in: work.centre.id, work.tx)?.id ?? ID(0)
        }
    }

    /// Somebody who works for the one organisation beside its owner.
    func editor() async throws -> ID<Account> {
        try await client.given.colleague("\(client.given.newKey().prefix(8))@pan.example", of: owner).account ?? ID(0)
    }

    /// Somebody whom the one organisation asked, and who has not answered.
    func memberInvitation() async throws -> Int64 {
        let (given, email) = (client.given, "\(client.given.newKey().prefix(8))@pan.example")
        _ = try await given.askColleague(email, by: owner.member)
        return try await given.rows("select max(id) as id from member_invitation").first?["id"] ?? 0
    }

    func suspendable() async throws -> ID<Organisation> {
        try await client.given.organisation("Even niet \(client.given.newKey().prefix(8))").id
    }

    func archived() async throws -> ID<Vacancy> {
        let id = try await queued()
        try await client.given.archive(id, by: owner.member)
        return id
    }

    /// The token of the mail that says a vacancy is offline.
    func reactivation() async throws -> String {
        let (given, now) = (client.given, client.clock.now)
        let id = try await archived()
        return try await given.write(by: .system(centre: given.centre), at: now) { work in
            try ActionLink.issue(
                .reactivateVacancy, on: id.number, for: owner.member.account, in: work
            ).text
        }
    }

    /// A link of the mail about responses that wait.
    func waiting() async throws -> String {
        try await client.given.write(by: .system(centre: client.given.centre)) { work in
            try ActionLink.issue(
                .answerApplications, on: owner.id.number, for: owner.member.account, to: owner.email, in: work
            ).text
        }
    }

    /// A link of the mail that asks whether vacancies are still right.
    func asked() async throws -> String {
        try await client.given.write(by: .system(centre: client.given.centre)) { work in
            try ActionLink.issue(
                .confirmVacancies, on: owner.id.number, for: owner.member.account, to: owner.email, in: work
            ).text
        }
    }

    func application() async throws -> ID<Application> {
        try await client.given.application(to: try await client.given.vacancy(of: owner))
    }

    /// A response with account of the one volunteer to the one organisation.
    func accountApplication() async throws -> ID<Application> {
        try await client.given.application(of: volunteer, to: try await client.given.vacancy(of: owner))
    }

    /// A response with a message.
    func written(by side: @Sendable (AccessWorld) -> Actor) async throws -> ID<Application> {
        let id = try await accountApplication()
        _ = try await client.given.write("Kom je dinsdag?", about: id, by: side(self))
        return id
    }

    func lastMessage() async throws -> String {
        let newest: Int64? = try await client.given.database.read { tx in
            try tx.value("select max(id) from application_message")
        }
        return newest.map(String.init) ?? ""
    }

    /// Of somebody who got a no.
    /// Two profiles of somebody, and what a mediator saw of them last.
    func double() async throws -> String {
        let name = "Dubbel \(client.given.newKey().prefix(8))"
        let pair = [try await client.given.volunteer(name).id, try await client.given.volunteer(name + " Bis").id]
        wanted.double.withLock { $0 = pair }
        return "/centrum/dubbele-profielen/\(pair[0])/\(pair[1])"
    }

    func seenOfDouble() async throws -> String {
        let pair = wanted.double.withLock { $0 }
        let centre = client.given.centre.id
        return try await client.given.database.read { tx in
            try MergePreview(pair[0], pair[1], in: centre, tx)?.seen ?? ""
        }
    }

    func handedBack() async throws -> ID<Application> {
        let (id, now) = (try await application(), client.given.now)
        try await client.given.database.write { tx in
            try tx("update application set state = 'declined', handed_back_at = \(now) where id = \(id)")
        }
        return id
    }

    func match() async throws -> ID<Match> {
        let outcome = try await client.given.match(try await accountApplication(), by: owner.member)
        guard case .created(let id) = outcome else { throw Given.Unexpected(outcome) }
        return id
    }

    func matchedVacancy() async throws -> ID<Vacancy> {
        let vacancy = try await client.given.vacancy(of: owner)
        _ = try await client.given.match(
            try await client.given.application(of: volunteer, to: vacancy), by: owner.member)
        return vacancy
    }

    /// Somebody new in the pool.
    func candidate() async throws -> String {
        let person = try await client.given.volunteer("Kandidaat \(client.given.newKey().prefix(8))")
        try await client.given.join("Zonnetje", by: person.actor)
        let vacancy = try await client.given.vacancy(of: owner)
        wanted.vacancy.withLock { $0 = vacancy }
        return try await client.given.code(of: person.id)
    }

    /// An invitation to the one volunteer from the one organisation; earlier ones do not count.
    func poolInvitation() async throws -> ID<PoolInvitation> {
        try await client.given.database.write { tx in
            try tx("update pool_invitation set state = 'not_now', created_at = 0");
            try tx("delete from candidate_asked")
        }
        try await client.given.join("Zonnetje", by: volunteer.actor)
        let vacancy = try await client.given.vacancy(of: owner)
        let outcome = try await client.given.invite(volunteer.id, for: vacancy, by: owner.member)
        guard case .invited(let id) = outcome else { throw Given.Unexpected(outcome) }
        return id
    }

    func blocked() async throws -> ID<Organisation> {
        try await client.given.database.write { tx in
            try tx(
                """
                insert into candidate_block (centre_id, volunteer_id, organisation_id)
                values (\(client.given.centre.id), \(volunteer.id), \(second.id)) on conflict do nothing
                """)
        }
        return second.id
    }

    func favourite() async throws -> ID<Vacancy> {
        let vacancy = try await client.given.vacancy(of: owner)
        _ = try await client.given.keep(vacancy, by: volunteer.actor)
        return vacancy
    }

    func savedSearch() async throws -> ID<SavedSearch> {
        try await client.given.keepSearch(nil, by: volunteer.actor)
    }

    func invitation() async throws -> Int64 {
        let (given, vacancy) = (client.given, try await matchedVacancy())
        try await given.write(by: owner.member) { work in
            _ = try InviteAgain.run([volunteer.id], text: "Weer mee?", to: vacancy, in: work)
        }
        return try await given.rows("select max(id) as id from invitation").first?["id"] ?? 0
    }

    /// The token of the mail with which a guest makes her response hers.
    func claim() async throws -> String {
        let (given, now) = (client.given, client.clock.now)
        let id = try await application()
        return try await given.write(by: .system(centre: given.centre), at: now) { work in
            try ActionLink.issue(.claimApplication, on: id.number, for: nil, in: work).text
        }
    }

    func registered() async throws -> ID<Organisation> {
        try await client.given.registeredOrganisation("Nieuw \(client.given.newKey().prefix(8))").id
    }

    func notedApplication() async throws -> ID<VolunteerCentre.Application> {
        let vacancy = try await client.given.vacancy(of: owner)
        return try await client.given.noted("Jan", phone: "074 123 45 67", on: vacancy, by: owner.member)
    }

    func mail() async throws -> Int64 {
        _ = try await registered()
        let row = try await client.given.rows(
            "select max(id) as id from mail where centre_id = \(client.given.centre.id)")
        return try row.first?["id"] ?? 0
    }

    func token() async throws -> String {
        let (given, now) = (client.given, client.clock.now)
        guard let account = owner.member.account else { throw Given.Unexpected("no account") }
        return try await given.write(by: .system(centre: given.centre), at: now) { work in
            try given.link(.reset, for: account, in: work).text
        }
    }

    func vacancyFields(_ role: AccessRole) -> [(String, String)] {
        [
            ("titel", "Kok gezocht"), ("omschrijving", "Je kookt."), ("bieden", "Een keuken."), ("interesse", "zorg"),
            ("inzet", "structureel"), ("plaats", "Borne"), ("gemeente", "Borne"), ("zegel", client.seal()),
        ]
    }

    func organisationFields(_ role: AccessRole) -> [(String, String)] {
        let isFlemish = role == .stranger
        return [
            ("naam", "De Nieuwe Pan"), ("omschrijving", "Samen eten."), ("postcode", isFlemish ? "3500" : "7622 AB"),
            ("plaats", "Borne"), ("gemeente", isFlemish ? "Hasselt" : "Borne"), ("contact-naam", "Anna"),
            ("contact-email", "anna@\(role).example"), ("contact-telefoon", "074 123 45 67"), ("voorwaarden", "1"),
            ("zegel", client.seal()),
        ]
    }
}
