import Foundation
import GivenCentre
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// Neighbourhoods, several places, languages, groups, and parts of the week.
@Suite struct WhereTests {
    /// Two made-up squares beside each other around Borne, the eastern one in two parts and with a hole, and a point.
    private static let squares = """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "properties": {"buurt": "West", "nummer": 1}, "geometry": {"type": "Polygon",
            "coordinates": [[[6.70, 52.25], [6.7546, 52.25], [6.7546, 52.35], [6.70, 52.35], [6.70, 52.25]]]}},
          {"type": "Feature", "properties": {"buurt": " Oost ", "extra": null}, "geometry": {"type": "MultiPolygon",
            "coordinates": [[[[6.7546, 52.25], [6.85, 52.25], [6.85, 52.35], [6.7546, 52.35], [6.7546, 52.25]],
              [[6.80, 52.30], [6.82, 52.30], [6.82, 52.32], [6.80, 52.32], [6.80, 52.30]]]]}},
          {"type": "Feature", "properties": {"buurt": "Hengelo Noord"}, "geometry": {"type": "Point", "coordinates": [6.8, 52.9, 3]}},
          {"type": "Feature", "properties": {"buurt": ""}, "geometry": {"type": "Point", "coordinates": [6.8, 52.9]}},
          {"type": "Feature", "properties": null, "geometry": null},
          {"type": "Feature", "properties": {"buurt": "Lijn"}, "geometry": {"type": "LineString", "coordinates": [[6, 52], [7, 52]]}}
        ]}
        """

    @Test(arguments: TestEngine.available)
    func neighbourhoodsOfAFile(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let file = try NeighbourhoodFile(Data(Self.squares.utf8), property: "buurt")
        #expect(file.neighbourhoods.map(\.name) == ["Hengelo Noord", "Oost", "West"] && file.leftOut == 3)
        let finder = try given.finder()
        try await finder.catchUp()
        let organisation = try await given.organisation()
        func vacancy(_ title: String, _ postcode: String, _ neighbourhood: String = "") async throws {
            _ = try await given.vacancy(title, of: organisation) {
                ($0.postcode, $0.place, $0.municipality, $0.neighbourhood) = (postcode, "Borne", "Borne", neighbourhood)
            }
        }
        try await vacancy("Gekozen", "7622 AB", "Oost")
        try await vacancy("Zonder postcode", "")
        let west = try #require(finder.places.find("7622", country: "NL", near: ["Borne"]))
        try await vacancy("Postcode", "7622 AB")
        try await finder.catchUp()
        try await replace(file.neighbourhoods, given)
        let centre = try #require(try await given.database.read { tx in try CentreQueries.all(tx) }.first)
        #expect(centre.neighbourhoods == ["Hengelo Noord", "Oost", "West"])
        func found(_ names: [String]) -> FoundVacancies {
            var question = VacancyQuestion()
            question.neighbourhoods = names
            return finder.search(question.search(around: nil), in: centre, page: Page(1), now: given.now)
        }
        try await follow(finder) { found(["Oost"]).cards.total > 0 }
        let around = west.longitude < 6.7546 ? "West" : "Oost"
        let chosen = Set(found(["Oost"]).cards.elements.map(\.title))
        #expect(chosen == (around == "Oost" ? ["Gekozen", "Postcode"] : ["Gekozen"]))
        #expect(found([around]).cards.elements.contains { $0.title == "Postcode" })
        #expect(found(["Oost", "West"]).cards.total == 2 && found([]).cards.total == 3)
        #expect(found([]).count(neighbourhood: "Oost", in: centre) == chosen.count)
        #expect(found(["West"]).count(neighbourhood: "Oost", in: centre) == chosen.count)
        #expect(found(["Bestaat niet"]).cards.total == 0)

        // A newer file without it: the vacancy keeps its words and is found by its postcode only.
        try await replace([Neighbourhood(name: "West", shape: file.neighbourhoods[2].shape)], given)
        try await follow(finder) { found(["Oost"]).cards.total == 0 }
        #expect(!found(["Oost"]).cards.elements.contains { $0.title == "Gekozen" })
        #expect(try await given.find(ID(1))?.content.neighbourhood == "Oost")
    }

    /// On PostgreSQL a change counts when nobody's older transaction runs any more, and other tests run theirs.
    private func follow(_ finder: Finder, until isThere: () -> Bool) async throws {
        for _ in 0..<200 where !isThere() {
            try await finder.catchUp()
            if !isThere() { try await Task.sleep(for: .milliseconds(50)) }
        }
    }

    private func replace(_ neighbourhoods: [Neighbourhood], _ given: Given) async throws {
        try await given.write(by: .system(centre: given.centre)) { work in
            try ReplaceNeighbourhoods.run(neighbourhoods, in: work)
        }
    }

    @Test func filesThatCannotBeUsedSayWhy() {
        func error(_ text: String, _ property: String = "buurt") -> NeighbourhoodFile.Unreadable? {
            do { _ = try NeighbourhoodFile(Data(text.utf8), property: property) } catch { return error }
            return nil
        }
        #expect(error(Self.squares, "naam") == .noNames("naam"))
        #expect(error("{}") == .notGeoJSON && error("") == .notGeoJSON && error("[1]") == .notGeoJSON)
        #expect(error(#"{"type": "FeatureCollection", "features": []}"#) == .empty)
        let metres = Self.squares.replacingOccurrences(of: "[6.8, 52.9, 3]", with: "[250000, 476000]")
        #expect(error(metres) == .notInDegrees)
    }

    @Test(arguments: TestEngine.available)
    func severalPlacesLanguagesAndGroups(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let organisation = try await given.organisation()
        _ = try await given.vacancy("Rondrit", of: organisation) {
            ($0.place, $0.municipality, $0.otherPlaces) = ("Borne", "Borne", ["Haaksbergen", "7551"])
            ($0.languages, $0.groupSize) = (["turks", "engels"], 6)
        }
        _ = try await given.vacancy("Alleen Borne", of: organisation) {
            ($0.place, $0.municipality) = ("Borne", "Borne")
        }
        let finder = try given.finder()
        try await finder.catchUp()
        func titles(_ change: (inout VacancyQuestion) -> Void) -> [String] {
            var question = VacancyQuestion()
            change(&question)
            let around = question.found(in: finder.places, at: given.centre)
            let found = finder.search(question.search(around: around), in: given.centre, page: Page(1), now: given.now)
            return found.cards.elements.map(\.title).sorted()
        }
        #expect(titles { ($0.place, $0.distance) = ("Haaksbergen", 2) } == ["Rondrit"])
        #expect(titles { ($0.place, $0.distance) = ("7551", 2) } == ["Rondrit"])
        #expect(titles { ($0.place, $0.distance) = ("Borne", 2) } == ["Alleen Borne", "Rondrit"])
        #expect(titles { $0.municipalities = ["Haaksbergen"] } == ["Rondrit"])
        #expect(titles { $0.municipalities = ["Hengelo"] } == ["Rondrit"])
        #expect(titles { $0.municipalities = ["Borne", "Haaksbergen"] } == ["Alleen Borne", "Rondrit"])
        #expect(titles { $0.chosen = [.language: ["turks"]] } == ["Rondrit"])
        #expect(titles { $0.groupSize = 6 } == ["Rondrit"] && titles { $0.groupSize = 7 } == [])
        let all = finder.search(.init(), in: given.centre, page: Page(1), now: given.now)
        #expect(["Borne", "Haaksbergen", "Hengelo"].map(all.count(municipality:)) == [2, 1, 1])
        func points(_ change: (inout VacancyQuestion) -> Void) -> [String] {
            var question = VacancyQuestion()
            change(&question)
            let around = question.found(in: finder.places, at: given.centre)
            return finder.points(question.search(around: around), in: given.centre, now: given.now)
                .map { "\($0.card.title) \(Int(($0.latitude * 100).rounded()))" }.sorted()
        }
        // A sign for each of its places; of those that were asked when a place was.
        #expect(points { _ in }.count == 4)
        #expect(points { $0.municipalities = ["Haaksbergen"] } == ["Rondrit 5217"])
        #expect(points { ($0.place, $0.distance) = ("Haaksbergen", 2) } == ["Rondrit 5217"])
        let content = try #require(try await given.find(ID(1))).content
        #expect(content.otherPlaces == ["Haaksbergen", "7551"] && content.groupSize == 6)
        #expect(content.languages.sorted() == ["engels", "turks"])
    }

    /// Days and parts of the day are parts of one week: Monday morning and Tuesday evening have nothing in common.
    @Test func aWeekHasParts() throws {
        let lists = SearchLists(try Taxonomy(file: Resources.folder + "/Data/taxonomy.csv"))
        func slots(_ days: [String], _ parts: [String]) -> UInt32 { lists.slots(days: days, dayparts: parts) }
        #expect(slots([], []) == 0)
        #expect(slots(["maandag"], []).nonzeroBitCount == lists.range(.daypart).count)
        #expect(slots([], ["ochtend"]).nonzeroBitCount == 7)
        #expect(slots(["maandag"], ["ochtend"]) & slots(["dinsdag"], ["ochtend"]) == 0)
        #expect(slots(["maandag", "dinsdag"], ["ochtend"]) & slots(["dinsdag"], []) == slots(["dinsdag"], ["ochtend"]))
        #expect(slots(["bestaat-niet"], ["ochtend"]) == 0)
    }
}
