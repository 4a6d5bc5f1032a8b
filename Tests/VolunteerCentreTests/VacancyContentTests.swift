import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// Whatever an organisation fills in comes back, from the record and from the versions of it.
@Suite struct VacancyContentTests {
    /// Every field filled, each otherwise than in an empty form: a new field without a column fails here.
    private func full(_ given: Given, _ organisation: GivenOrganisation) async throws -> Vacancy.Content {
        let centre = given.centre
        let (picture, department) = try await given.write(by: organisation.member) { work in
            let picture = try Upload.store(card: [1], page: [2], in: work)
            _ = try ChangeDepartments.add("Keuken", in: work)
            return (picture, try Department.all(of: organisation.id, in: centre.id, work.tx).first)
        }
        var content = given.content(until: CalendarDate(iso: "2027-01-31"))
        (content.hours, content.postcode, content.neighbourhood) = ("2 uur", "7622 AB", "Centrum")
        (content.otherPlaces, content.fromHome, content.languageLevel) = (["Zenderen", "7621 CD"], true, "basis")
        (content.minimumAge, content.groupSize, content.positions) = (16, 5, 3)
        (content.activities, content.days, content.dayparts) = (["koken"], ["ma", "wo"], ["ochtend"])
        (content.languages, content.targets, content.supports) = (["en"], ["jongeren"], ["hulp"])
        (content.beginsOn, content.department) = (CalendarDate(iso: "2026-12-01"), department)
        content.picture = .init(upload: try #require(picture), alt: "Een pan")
        let empty = Dictionary(
            uniqueKeysWithValues: Mirror(reflecting: Vacancy.Content()).children.map { ($0.label ?? "", "\($0.value)") }
        )
        for field in Mirror(reflecting: content).children {
            #expect(empty[field.label ?? ""] != "\(field.value)", "\(field.label ?? "") is not filled in here")
        }
        return content
    }

    @Test(arguments: TestEngine.available)
    func everyFieldComesBack(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        let content = try await full(given, organisation)
        guard case .saved(let id, let first) = try await given.draft(content, by: organisation.member),
            case .saved(let other, _) = try await given.draft(given.content(), by: organisation.member)
        else { throw Given.Unexpected("not saved") }
        let changed = try await given.write(by: organisation.member) { work in
            try SaveDraft.again(other, content, version: first, in: work)
        }
        #expect(changed == .saved(other, version: 2))
        for (id, version) in [(id, first), (other, 2)] {
            #expect(try await given.find(id)?.content.normal == content.normal)
            let kept = try await given.database.read { tx in
                try VacancyVersion.content(of: id, at: version, in: given.centre.id, tx)
            }
            #expect(kept == content.normal)
        }
        // And each can be emptied again.
        let emptied = try await given.write(by: organisation.member) { work in
            try SaveDraft.again(id, Vacancy.Content(), version: first, in: work)
        }
        #expect(emptied == .saved(id, version: 2))
        #expect(try await given.find(id)?.content == Vacancy.Content())
    }

    /// A version that was kept before a field existed, and a search that was.
    @Test func whatAnOlderReleaseKeptIsRead() throws {
        let kept = try KeptJSON.decode(#"{"title":"Kok","fromHome":true,"minimumAge":16}"#, over: Vacancy.Content())
        #expect(kept.title == "Kok" && kept.fromHome && kept.minimumAge == 16)
        #expect(kept.otherPlaces.isEmpty && kept.groupSize == nil)
        let question = try KeptJSON.decode(
            #"{"words":"koken","chosen":{"interest":["zorg"]}}"#, over: VacancyQuestion())
        #expect(question.words == "koken" && question.chosen == [.interest: ["zorg"]])
        #expect(question.distance == VacancyQuestion.standardDistance)
        #expect(throws: (any Error).self) { try KeptJSON.decode("[", over: VacancyQuestion()) }
    }
}
