import Composition
import Films
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// The number of statements behind a list does not follow its length.
@Suite struct ListQueryTests {
    @Test(arguments: TestEngine.available)
    func oneRowCostsAsMuchAsThree(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let vacancy = try await given.vacancy("Kok 1", of: organisation)
        let volunteer = try await given.volunteer()
        let pages: [(String, Actor?, String)] = [
            ("/", nil, "Kok 3"), ("/vacatures", nil, "Kok 3"), ("/vacatures?q=kok&interesse=zorg", nil, "Kok 3"),
            ("/vacatures?weergave=kaart", nil, "Kok 3"),
            ("/vacatures/kaart.json", nil, "Kok 3"), ("/vacatures/woorden.json?q=soms+ko", nil, "kok"),
            ("/organisaties/\(organisation.id)-de-warme-pan", nil, "Kok 3"), ("/beheer", organisation.member, "Piet 3"),
            ("/beheer/activiteit?lijst=zonder-account", organisation.member, "Piet 3"),
            ("/beheer/activiteit", organisation.member, "Happy 3"),
            ("/beheer/activiteit?lijst=vacature-match", organisation.member, "Happy 3"),
            ("/beheer/zoeken?q=happy", organisation.member, "Happy 3"), ("/mijn", volunteer.actor, "Kok 3"),
            ("/mijn/bewaard", volunteer.actor, "Kok 3"), ("/mijn/gegevens/alles", volunteer.actor, "Kok 3"),
            ("/beheer/wachtrij", organisation.member, "Wacht 3"),
            ("/beheer/vacatures", organisation.member, "Kok 3"),
            ("/beheer/vacatures/\(vacancy)", organisation.member, "Piet 3"),
            ("/centrum", given.administrator, "Nieuw 3"),
            ("/centrum/activiteit", given.administrator, "Kok 3"),
            ("/centrum/organisaties", given.administrator, "Nieuw 3"),
            ("/centrum/vacatures", given.administrator, "Wacht 3"),
            ("/centrum/postvak-uit", given.administrator, "Wacht 3"),
            ("/centrum/medewerkers", given.administrator, "Collega 3"),
            ("/centrum/logboek", given.administrator, "Een match gemaakt"),
            ("/beheer/organisatie/mensen", organisation.member, "Maatje 3"),
            ("/beheer/organisatie/afdelingen", organisation.member, "Dienst 3"),
            ("/beheer/organisatie/vakanties", organisation.member, "2027"),
            ("/centrum/teksten", given.administrator, "Over ons 3"), ("/centrum/films", given.administrator, "Film 3"),
            ("/centrum/vakanties", given.administrator, "2027"), ("/faq", nil, "Film 3"),
        ]
        func add(_ number: Int) async throws {
            let own = number > 1 ? try await given.vacancy("Kok \(number)", of: organisation) : vacancy
            _ = try await given.match(try await given.application(of: volunteer, to: own), by: organisation.member)
            let day = given.centre.today(given.now).adding(days: 60 + number)
            try await given.database.write { tx in
                _ = try ChangeDepartments.add("Dienst \(number)", in: given.unit(tx, by: organisation.member))
                for actor in [organisation.member, given.administrator] {
                    _ = try ChangeHolidays.add(from: day, to: day, in: given.unit(tx, by: actor))
                }
                _ = try AddPage.run(
                    .init(title: "Over ons \(number)", body: "Wij", button: ""),
                    in: given.unit(tx, by: given.administrator))
                _ = try ChangeFilms.add(
                    "Film \(number)", .elsewhere("https://films.example/\(number)"), at: .questions,
                    in: given.unit(tx, by: given.administrator))
                _ = try InviteStaff.run(
                    email: "c\(number)@x.example", name: "Collega \(number)", role: .desk,
                    in: given.unit(tx, by: .system(centre: given.centre)))
            }
            _ = try await given.colleague("m\(number)@x.example", "Maatje \(number)", of: organisation)
            _ = try await given.keep(own, by: volunteer.actor)
            var question = VacancyQuestion()
            question.words = "kok \(number)"
            _ = try await given.keepSearch(question, by: volunteer.actor)
            let happy = try await given.volunteer("Happy \(number)")
            _ = try await given.match(try await given.application(of: happy, to: vacancy), by: organisation.member)
            _ = try await given.queuedVacancy("Wacht \(number)", of: organisation)
            _ = try await given.registeredOrganisation("Nieuw \(number)")
            _ = try await given.respond(given.response("Piet \(number)"), to: vacancy)
        }
        func costs() async throws -> [Int] {
            var costs: [Int] = []
            for (path, actor, _) in pages {
                let answer = try await client.get(path, as: actor)
                // The vacancy board is answered from memory; everything else asks the database.
                #expect(answer.status == 200 && (answer.queries > 0) != path.hasPrefix("/vacatures"), "\(path)")
                costs.append(answer.queries)
            }
            return costs
        }
        try await add(1)
        _ = try await client.get("/")
        let one = try await costs()
        try await add(2)
        try await add(3)
        for (path, actor, row) in pages {
            #expect(try await client.get(path, as: actor).text.contains(row), "\(path) does not show its third row")
        }
        #expect(try await costs() == one)
        // One for each part of one's data, and who is asking.
        let record = PersonalRecord.Section.allCases.count + 2
        #expect(zip(pages, one).allSatisfy { $1 <= ($0.0 == "/mijn/gegevens/alles" ? record : 12) }, "\(one)")
    }
}
