import Composition
import GivenCentre
import Localisation
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// The candidate pool: found by who may, shown as she chose, never harvested.
@Suite struct CandidateTests {
    private func answers(_ change: (inout Answers) -> Void = { _ in }) -> Answers {
        var answers = Answers()
        answers[.interest] = ["zorg"]
        answers[.activity] = ["koken"]
        answers[.place] = ["7621"]
        answers[.distance] = ["10"]
        change(&answers)
        return answers
    }

    private func suiting(_ vacancy: ID<Vacancy>, of organisation: GivenOrganisation, in given: Given) async throws
        -> [SuggestedCandidate]
    {
        let finder = try given.finder()
        try await finder.catchUp()
        let (found, hidden) = try await given.database.read { tx in
            (
                try VacancyQueries.find(vacancy, in: given.centre.id, tx),
                try Candidate.hidden(from: organisation.id, in: given.centre.id, tx)
            )
        }
        let open = try #require(found)
        return finder.candidates(for: open, hidden: hidden, in: given.centre, now: given.now, count: 20)
    }

    @Test(arguments: TestEngine.available)
    func onlyWhoChoseToBeFoundIsFound(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        let (happy, selma) = (try await given.volunteer(), try await given.volunteer("Selma Yildiz"))
        for person in [happy, selma] { try await given.keep(answers(), by: person.actor) }
        #expect(try await suiting(vacancy, of: organisation, in: given).isEmpty)
        try await given.join("Zonnetje", by: happy.actor)
        let found = try await suiting(vacancy, of: organisation, in: given)
        #expect(found.map(\.card.alias) == ["Zonnetje"])
        #expect(found.first?.reasons.fits.contains(.interest) == true)
        let until = given.centre.today(given.now)
        try await given.database.write { tx in try tx("update volunteer set paused_until = \(until)") }
        #expect(try await suiting(vacancy, of: organisation, in: given).isEmpty, "on a pause")
        let tomorrow = given.now.adding(.days(1))
        #expect(
            try await given.write(by: .system(centre: given.centre), at: tomorrow) { work in try EndPauses.run(in: work)
            } == 2)
        #expect(try await suiting(vacancy, of: organisation, in: given).count == 1)
        _ = try await given.write(by: happy.actor) { work in try JoinPool.leave(in: work) }
        #expect(try await suiting(vacancy, of: organisation, in: given).isEmpty, "left")
    }

    /// By changing a draft again and again an organisation could find out how old somebody is.
    @Test(arguments: TestEngine.available)
    func nobodysAgeIsFoundByTrying(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let happy = try await given.volunteer()
        try await given.keep(answers { $0[.birthYear] = ["1990"] }, by: happy.actor)
        try await given.join("Zonnetje", by: happy.actor)
        let waiting = try await given.queuedVacancy(of: organisation)
        #expect(try await suiting(waiting, of: organisation, in: given).isEmpty)
        let online = try await given.vacancy(of: organisation)
        #expect(try await suiting(online, of: organisation, in: given).count == 1)
        let young = try await given.volunteer("Jonge Jan")
        try await given.keep(answers { $0[.birthYear] = ["2010"] }, by: young.actor)
        try await given.join("Jong", by: young.actor)
        let adults = try await given.vacancy(of: organisation) { $0.minimumAge = 18 }
        #expect(try await suiting(adults, of: organisation, in: given).map(\.card.alias) == ["Zonnetje"])
        // She is 36: a limit that no law knows tells nothing.
        let odd = try await given.vacancy(of: organisation) { $0.minimumAge = 37 }
        #expect(try await suiting(odd, of: organisation, in: given).map(\.card.alias) == ["Zonnetje"])
        let code = try await given.code(of: happy.id)
        #expect(!code.contains(happy.id.description) && code.count == 24)
    }

    /// An index that follows knows at once who came and who left.
    @Test(arguments: TestEngine.available)
    func theIndexFollows(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let finder = try given.finder()
        try await finder.catchUp()
        let happy = try await given.volunteer()
        func count() async throws -> Int {
            try await finder.catchUp()
            return finder.candidates("", interests: [], hidden: [], in: given.centre, page: Page(1)).total
        }
        #expect(try await count() == 0)
        try await given.join("Zonnetje", by: happy.actor)
        #expect(try await count() == 1)
        let elsewhere = finder.candidates("", interests: [], hidden: [], in: given.other, page: Page(1))
        #expect(elsewhere.total == 0)
        _ = try await given.write(by: happy.actor) { work in
            try LeaveCentre.run(in: work)
        }
        #expect(try await count() == 0)
    }

    /// However many colleagues click in the same moment.
    @Test(arguments: TestEngine.available)
    func tenAWeekAlsoAtOnce(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy("Koken", of: organisation)
        var people: [ID<Volunteer>] = []
        for number in 0..<13 {
            let person = try await given.volunteer("Kandidaat \(number)")
            try await given.join("Nummer", by: person.actor)
            people.append(person.id)
        }
        let outcomes = try await withThrowingTaskGroup(of: InviteCandidate.Outcome.self) { group in
            for person in people {
                group.addTask { try await given.invite(person, for: vacancy, by: organisation.member) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 == .tooMany }.count == 3)
        #expect(try await given.count("pool_invitation") == InviteCandidate.perOrganisation)
    }

    /// Whatever page an address asks for.
    @Test func nobodyPagesThroughThePool() async throws {
        let given = try await Given(.sqlite)
        for number in 0..<103 { try await given.join("Nummer", by: given.volunteer("Kandidaat \(number)").actor) }
        let finder = try given.finder()
        try await finder.catchUp()
        let pages = (5...6).map { finder.candidates("", interests: [], hidden: [], in: given.centre, page: Page($0)) }
        #expect(pages.map(\.elements.count) == [20, 0] && pages.map(\.total) == [100, 100])
    }

    /// Two people who differ in needs, language and age only are the same for who searches, unless the vacancy has a limit.
    @Test(arguments: TestEngine.available)
    func nothingSensitiveIsFoundScoredOrSaid(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy(of: organisation)
        let (plain, special) = (try await given.volunteer("Anna Gewoon"), try await given.volunteer("Bea Bijzonder"))
        try await given.keep(answers(), by: plain.actor)
        let needs = try Taxonomy(file: Resources.folder + "/Data/taxonomy.csv").entries(.support)
        let needy = answers {
            $0[.support] = needs.map(\.slug)
            $0[.language] = ["basis"]
            $0[.birthYear] = ["1941"]
        }
        try await given.keep(needy, by: special.actor)
        try await given.join("Zelfde", by: plain.actor)
        try await given.join("Zelfde", by: special.actor)
        let found = try await suiting(vacancy, of: organisation, in: given)
        let (first, second) = (try #require(found.first), try #require(found.last))
        #expect(found.count == 2 && first.reasons == second.reasons)
        #expect(first.card.answers == second.card.answers && first.card.municipality == second.card.municipality)
        #expect(
            !first.reasons.fits.contains(.support) && !first.reasons.unknown.contains(.age)
                && !first.reasons.unknown.contains(.support))
        let finder = try given.finder()
        try await finder.catchUp()
        for need in needs {
            let label = need.label(.nl)
            let hits = finder.candidates(label, interests: [], hidden: [], in: given.centre, page: Page(1))
            #expect(hits.elements.allSatisfy { _ in hits.total != 1 }, "\(label) tells one from the other")
        }
        for words in ["1941", "basis", "7621", "Bijzonder", special.email] {
            let hits = finder.candidates(words, interests: [], hidden: [], in: given.centre, page: Page(1))
            #expect(hits.total != 1, "\(words) tells one from the other")
        }
    }

    @Test(arguments: TestEngine.available)
    func fewInvitationsReachOnePerson(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let happy = try await given.volunteer()
        try await given.join("Zonnetje", by: happy.actor)
        let (one, two, three) = (
            try await given.organisation(), try await given.organisation("Het Haverveldje"),
            try await given.organisation("De Brug")
        )
        let vacancy = try await given.vacancy(of: one)
        #expect(try await given.invite(happy.id, for: vacancy, by: two.member) == .notFound, "not its vacancy")
        #expect(try await given.invite(happy.id, for: vacancy, by: given.administrator) == .notFound)
        guard case .invited(let first) = try await given.invite(happy.id, for: vacancy, by: one.member) else {
            throw Given.Unexpected("not invited")
        }
        #expect(try await given.invite(happy.id, for: vacancy, by: one.member) == .askedEnough, "twice")
        #expect(
            try await given.invite(happy.id, for: given.vacancy("Nog een", of: one), by: one.member) == .askedEnough)
        guard case .invited = try await given.invite(happy.id, for: given.vacancy(of: two), by: two.member) else {
            throw Given.Unexpected("not invited")
        }
        let third = try await given.vacancy(of: three)
        #expect(try await given.invite(happy.id, for: third, by: three.member) == .askedEnough, "two a month")
        // Deleting the vacancy gives nobody another try.
        #expect(try await given.delete(vacancy, by: one.member))
        #expect(try await given.count("pool_invitation") == 1)
        #expect(try await given.invite(happy.id, for: given.vacancy(of: one), by: one.member) == .askedEnough)
        #expect(try await given.invite(happy.id, for: third, by: three.member) == .askedEnough)
        let later = given.now.adding(.days(31))
        guard case .invited = try await given.invite(happy.id, for: third, by: three.member, at: later) else {
            throw Given.Unexpected("not invited")
        }
        let mail = try #require(try await given.texts("text", of: "mail", where: "kind = 'candidate_invited'").first)
        #expect(mail.contains("Kom je koken?") && mail.contains("/mijn/kandidatenbank/uitnodigingen/\(first)"))
    }

    @Test(arguments: TestEngine.available)
    func yesIsAResponseAndNeverIsNever(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let (happy, selma) = (try await given.volunteer(), try await given.volunteer("Selma Yildiz"))
        try await given.keep(answers(), by: happy.actor)
        try await given.join("Zonnetje", by: happy.actor)
        let (one, two) = (try await given.organisation(), try await given.organisation("Het Haverveldje"))
        let (vacancy, other) = (try await given.vacancy(of: one), try await given.vacancy(of: two))
        guard case .invited(let yes) = try await given.invite(happy.id, for: vacancy, by: one.member),
            case .invited(let no) = try await given.invite(happy.id, for: other, by: two.member)
        else { throw Given.Unexpected("not invited") }
        #expect(try await given.answer(.accepted, yes, by: selma.actor) == .notFound)
        #expect(try await given.answer(.accepted, yes, by: one.member) == .notFound)
        #expect(try await given.count("application") == 0, "nobody knows her yet")
        guard case .accepted(let application) = try await given.answer(.accepted, yes, by: happy.actor) else {
            throw Given.Unexpected("not accepted")
        }
        #expect(try await given.answer(.accepted, yes, by: happy.actor) == .alreadySo)
        let (row, messages) = try await given.database.read { tx in
            (
                try ApplicationQueries.find(application, in: given.centre.id, tx),
                try ApplicationQueries.messages(of: application, in: given.centre.id, tx)
            )
        }
        #expect(row?.name == "Happy Unjani" && row?.channel == .pool && row?.state == .inConversation)
        #expect(messages.map(\.text) == ["Kom je koken?"])

        #expect(try await given.answer(.notNow, no, by: happy.actor) == .declined)
        #expect(try await given.answer(.never, no, by: happy.actor) == .declined)
        #expect(try await suiting(other, of: two, in: given).isEmpty, "never this organisation")
        let soon = given.now.adding(.days(100))
        #expect(try await given.invite(happy.id, for: given.vacancy(of: two), by: two.member, at: soon) == .notFound)
        for kind in ["candidate_accepted", "candidate_declined"] {
            let mails = try await given.texts("text", of: "mail", where: "kind = \(kind)")
            #expect(mails.count == 1 && mails.allSatisfy { !$0.contains("Happy") })
        }
        let unblocked = try await given.write(by: happy.actor) { work in
            try JoinPool.unblock(two.id, in: work)
        }
        #expect(unblocked)
        #expect(try await suiting(other, of: two, in: given).count == 1)
    }

    @Test(arguments: TestEngine.available)
    func looksAreLoggedAndCounted(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        var people: [GivenVolunteer] = []
        for number in 0...ViewCandidate.perDay {
            let person = try await given.volunteer("Kandidaat \(number)")
            try await given.join("Zonnetje \(number)", by: person.actor)
            people.append(person)
        }
        let outsider = try await given.volunteer("Buiten Staander")
        func look(_ id: ID<Volunteer>, by actor: Actor, at now: Instant) async throws -> ViewCandidate.Outcome {
            let code = try await given.code(of: id)
            return try await given.write(by: actor, at: now) { work in
                try ViewCandidate.run(code, in: work)
            }
        }
        #expect(try await look(outsider.id, by: organisation.member, at: given.now) == .notFound)
        #expect(try await look(people[0].id, by: given.administrator, at: given.now) == .notFound)
        for person in people.dropLast() {
            guard case .shown = try await look(person.id, by: organisation.member, at: given.now) else {
                throw Given.Unexpected("not shown")
            }
        }
        let last = try #require(people.last)
        #expect(try await look(last.id, by: organisation.member, at: given.now) == .tooMany)
        guard case .shown = try await look(people[0].id, by: organisation.member, at: given.now) else {
            throw Given.Unexpected("who was seen today may be seen again")
        }
        guard case .shown = try await look(last.id, by: organisation.member, at: given.now.adding(.days(1))) else {
            throw Given.Unexpected("tomorrow is another day")
        }
        let first = people[0].id
        let views = try await given.database.read { tx in
            try VolunteerQueries.views(of: first, in: given.centre.id, tx)
        }
        #expect(views.map(\.organisation) == ["De Warme Pan"])
    }

    @Test(arguments: [
        ("Happy van Unjani", "Mevrouw Unjani", "Unjani"),
        ("Happy van Unjani", "bel 06 12 34 56 78, graag", "06 12 34 56 78"),
        ("Happy van Unjani", "mail me: happy@mail.example", "happy@mail.example"),
        ("Happy van Unjani", "UNJANI", "UNJANI"),
        ("Anna de Jong", "ik ben anna de jong", "jong"), ("Anna de Jong", "Vraag naar De Jong", "Jong"),
        ("Anna de Jong", "mevrouw de jong", "jong"), ("Bakker, Jan", "Jan Bakker", "Bakker"),
        ("Bakker, Jan", "familie bakker uit Borne", "bakker"), ("Beyoncé", "Ik heet Beyonce", "Beyonce"),
        ("Zoë Çelik", "Zoë CELIK", "CELIK"),
        ("Fatma Demir", "Zie www.fatma.example voor meer", "www.fatma.example"),
        ("Gerrit Nijhuis", "gerritnijhuis", "gerritnijhuis"), ("Gerrit Nijhuis", "NijhuisGerrit", "NijhuisGerrit"),
        ("Gerrit Nijhuis", "bel 06_1234_5678", "06_1234_5678"), ("Gerrit Nijhuis", "06:12:34:56:78", "06:12:34:56:78"),
        ("Gerrit Nijhuis", "06,12,34,56,78", "06,12,34,56,78"),
        ("Fatma Demir", "Kijk op fatmabakt.nl!", "fatmabakt.nl!"), ("Fatma Demir", "fatma.be/taart", "fatma.be/taart"),
        ("Fatma Demir", "Ik ben 𝐅𝐚𝐭𝐦𝐚 𝐃𝐞𝐦𝐢𝐫", "Demir"), ("Fatma Demir", "ⒹⒺⓂⒾⓇ", "DEMIR"),
        ("Fatma Demir", "bel ０６ １２ ３４ ５６ ７８", "06 12 34 56 78"),
        ("Fatma Demir", "fatma＠mail.example", "fatma@mail.example"),
    ])
    func anIntroductionSaysNotWhoSheIs(_ name: String, _ text: String, _ piece: String) {
        #expect(Revealing(name).piece(of: text, isName: false) == piece)
    }

    @Test(arguments: [
        ("Anna de Jong", "Ik ben Anna, nog jong, en werk graag met jonge mensen"),
        ("Jan Bakker", "Vroeger was ik bakker"),
        ("Bakker, Jan", "Jan, gepensioneerd bakker"), ("Happy van Unjani", "Happy: ik kom van ver, sinds 1998 kook ik"),
        ("Anna de Jong", "Anna is jong"), ("", "Zonnetje"),
        ("Fatma Demir", "Ik bak graag.Eerst voor mijn buren, nu ook voor anderen.Net als mijn oma."),
        ("Fatma Demir", "o.a. taart, d.w.z. veel suiker"), ("Fatma Demir", "Ik kan om 12:30, 14:00 en 15:30"),
        ("Fatma Demir", "In 1998, 1999 en 2000 bakte ik brood"),
    ])
    func aWordIsNoName(_ name: String, _ text: String) {
        #expect(Revealing(name).piece(of: text, isName: false) == nil)
    }

    /// What she calls herself is a name, however it is written.
    @Test func anAliasIsAName() {
        #expect(Revealing("Jan Bakker").piece(of: "bakker", isName: true) == "bakker")
        #expect(Revealing("Beyoncé").piece(of: "beyoncé", isName: true) == "beyoncé")
        for text in ["Jan", "Zonnetje 12", "van ver"] {
            #expect(Revealing("Jan van Bakker").piece(of: text, isName: true) == nil)
        }
    }
}
