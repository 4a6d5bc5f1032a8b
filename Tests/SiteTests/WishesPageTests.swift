import Foundation
import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre
import Web

@testable import Site

/// The questionnaire in addresses: what is answered stays through Back, Forward and Reload, and is nobody else's to read.
@Suite struct WishesPageTests {
    private let needs = [
        ("stap", "letten-op"), ("naar", "wanneer"), ("interesse", "ouderen"), ("aanbod", "rustig"), ("leeftijd", "71"),
    ]

    private func sent(_ client: SiteClient, _ fields: [(String, String)]) async throws -> String {
        let answer = try await client.post("/past-bij-jou", fields)
        #expect(answer.status == 303)
        return try #require(answer.headers[.location])
    }

    private func seal(_ address: String) -> String { String(address.prefix { $0 != "?" }) }

    /// Vacancies of which no two are alike, so that every question says something.
    private func several(_ client: SiteClient) async throws {
        let organisation = try await client.given.organisation()
        let kinds = [
            ("ouderen", "begeleiden", "structureel", "ochtend"), ("dieren", "klussen", "af-en-toe", "middag"),
            ("taal", "lesgeven", "structureel", "avond"), ("natuur", "tuin", "eenmalig", "ochtend"),
            ("sport", "sportief", "structureel", "avond"), ("cultuur", "creatief", "af-en-toe", "middag"),
        ]
        for (interest, activity, engagement, part) in kinds {
            _ = try await client.given.vacancy("Iets met \(interest)", of: organisation) {
                ($0.interests, $0.activities) = ([interest], [activity])
                ($0.engagement, $0.dayparts) = (engagement, [part])
            }
        }
    }

    @Test func eachAnswerLeadsToAnAddressThatKeepsIt() async throws {
        let client = try await SiteClient()
        try await several(client)
        let address = try await sent(client, needs)
        #expect(address.hasPrefix("/past-bij-jou/") && address.hasSuffix("?stap=wanneer"))
        for word in ["ouderen", "rustig", "71", "interesse"] { #expect(!address.contains(word)) }
        for path in [address, address, "/en" + address] {
            let page = try await client.get(path)
            #expect(page.status == 200 && page.text.contains("name=\"aanbod\" value=\"rustig\""))
            #expect(page.headers[.cacheControl] == "no-store" && page.headers[.setCookie] == nil)
            #expect(
                page.headers[.xRobotsTag] == "noindex, nofollow" && page.headers[.referrerPolicy] == "strict-origin")
            // The log knows the route, not the address.
            #expect(
                page.log["route"] == "/past-bij-jou/{answers}" && !page.log.values.contains { $0.contains(address) })
        }
        let result = try await client.get(seal(address))
        #expect(result.status == 200 && result.text.contains("Dit past bij jou"))
    }

    /// No question comes twice, and after four there is something to look at, whatever was answered.
    @Test(arguments: ["", "weet-niet"])
    func atMostFourQuestions(_ way: String) async throws {
        let client = try await SiteClient()
        try await several(client)
        var page = try await client.get("/past-bij-jou")
        var steps: [String] = []
        while let step = page.text.firstMatch(of: /name="stap" value="([^"]+)"/) {
            steps.append(String(step.1))
            #expect(page.text.contains("passen nog") || page.text.contains("past nog"))
            let carried = page.text.matches(of: /type="hidden" name="([a-z-]+)" value="([^"]*)"/)
                .map { (String($0.1), String($0.2)) }
            page = try await client.get(try await sent(client, carried + [("naar", way)]))
        }
        #expect(steps.count <= 4 && Set(steps).count == steps.count && steps.count > 1)
        #expect(page.text.contains("Dit past bij jou") && page.text.contains("Je liet alles open"))
    }

    @Test func whatCannotBeReadIsSaidAtItsQuestion() async throws {
        let client = try await SiteClient()
        for (step, field, value, words) in [
            ("letten-op", "leeftijd", "duizend", "Vul je leeftijd in jaren in"),
            ("letten-op", "leeftijd", "-5", "Vul je leeftijd in jaren in"),
            ("waar", "plaats", "Nergenshuizen", "Deze plaats kennen we niet"),
            ("waar", "plaats", "Bornne", "Bedoel je Borne?"),
            ("waar", "afstand", "5", "Vul ook een postcode of plaats in"),
            ("waar", "plaats", String(repeating: "x", count: 100_000), "Deze plaats kennen we niet"),
            (
                "waar", "plaats", String(repeating: "a" + String(repeating: "\u{301}", count: 50), count: 120),
                "Deze plaats kennen we niet"
            ),
            ("letten-op", "leeftijd", String(repeating: "1 ", count: 60_000), "Vul je leeftijd in jaren in"),
        ] {
            let address = try await sent(
                client, [("stap", step), ("naar", ""), (field, value), ("interesse", "taal")])
            #expect(address.utf8.count < 2000, "what nobody means is not carried along")
            let page = try await client.get(address)
            #expect(page.status == 422 && page.text.contains(words), "\(field) \(value.prefix(20))")
            #expect(page.text.contains("name=\"interesse\" value=\"taal\"") && page.text.contains("value=\"\(step)\""))
        }
    }

    @Test(arguments: [("71", "71"), ("71 jaar", "71"), ("zeventig", nil), ("1955", "71"), ("twintig", "20")])
    func agesAsPeopleTypeThem(_ typed: String, _ age: String?) async throws {
        let client = try await SiteClient()
        let address = try await sent(client, [("stap", "letten-op"), ("naar", "waar"), ("leeftijd", typed)])
        let page = try await client.get(address)
        #expect(page.status == (age == nil ? 422 : 200))
        if let age { #expect(page.text.contains("name=\"leeftijd\" value=\"\(age)\"")) }
    }

    /// What was ticked goes along to another question, which is not taken for answered.
    @Test func anotherQuestionFirstKeepsWhatWasTicked() async throws {
        let client = try await SiteClient()
        try await several(client)
        let address = try await sent(client, [("stap", "leuk"), ("naar", "waar"), ("interesse", "dieren")])
        let page = try await client.get(address)
        #expect(address.hasSuffix("?stap=waar") && page.text.contains("name=\"interesse\" value=\"dieren\""))
        let empty = try await client.get(try await sent(client, [("stap", "leuk"), ("naar", "waar")]))
        #expect(!empty.text.contains("name=\"gevraagd\" value=\"leuk\""))
    }

    /// Whoever reads English is asked soon how much Dutch she has.
    @Test func inEnglishTheDutchIsAskedSoon() async throws {
        let client = try await SiteClient()
        try await several(client)
        let answer = try await client.post(
            "/en/past-bij-jou", [("stap", "leuk"), ("naar", ""), ("interesse", "dieren")])
        #expect(try #require(answer.headers[.location]).hasSuffix("?stap=letten-op"))
    }

    @Test func itIsOfThisCentreForTwoDaysAndNotToBeChanged() async throws {
        let client = try await SiteClient()
        let address = try await sent(client, needs)
        func status(_ path: String, host: String? = nil) async throws -> Int {
            let page = try await client.get(path, host: host)
            if page.status == 410 {
                #expect(page.text.contains("We beginnen opnieuw") && !page.text.contains("value=\"rustig\" checked"))
            }
            return page.status
        }
        #expect(try await status(address) == 200)
        #expect(try await status(address, host: client.given.other.host) == 410)
        let seal = seal(address).dropFirst("/past-bij-jou/".count)
        for place in stride(from: 0, to: seal.count, by: 7) {
            var letters = Array(seal)
            letters[place] = letters[place] == "A" ? "B" : "A"
            #expect(try await status("/past-bij-jou/\(String(letters))?stap=waar") == 410, "letter \(place)")
        }
        for odd in ["x", String(repeating: "A", count: 9000), "%00", "..", "bewaren2"] {
            #expect([410, 404, 400].contains(try await status("/past-bij-jou/\(odd)")), "\(odd.prefix(9))")
        }
        client.clock.now = client.clock.now.adding(.hours(47))
        #expect(try await status(address) == 200)
        client.clock.now = client.clock.now.adding(.hours(2))
        #expect(try await status(address) == 410)
    }

    /// Passed on is what somebody likes, not how old she is, how she speaks or what she needs; her place as its municipality.
    @Test func whatIsPassedOnSaysNothingOfNeeds() async throws {
        let client = try await SiteClient()
        try await several(client)
        let answers =
            needs + [
                ("taal", "basis"), ("plaats", "7621 AB"), ("afstand", "10"), ("liever-niet", "dieren"), ("niet", "3"),
            ]
        let found = try await client.get(seal(try await sent(client, answers)))
        let shared = try #require(found.text.firstMatch(of: /mailto:\?[^"]*/)).0.removingPercentEncoding ?? ""
        #expect(shared.contains("interesse=ouderen") && shared.contains("plaats=Borne"), "\(shared)")
        for secret in ["71", "leeftijd", "taal=", "aanbod", "rustig", "7621", "niet=3", "gevraagd"] {
            #expect(!shared.contains(secret), "\(secret)")
        }
        let path = try #require(shared.firstMatch(of: /\/past-bij-jou\?[^\s]*/)).0
        let page = try await client.get(String(path))
        #expect(page.status == 200 && page.text.contains("Iets met ouderen"))
        #expect(
            page.headers[.xRobotsTag] == "noindex, nofollow" && page.text.contains("gaf deze vacatures aan je door"))
        #expect(!page.text.contains("Bewaar mijn antwoorden"), "they are not hers")
        // Who adds what may not be passed on gets it ignored.
        let forged = try await client.get("/past-bij-jou?interesse=ouderen&aanbod=rustig&leeftijd=12&taal=geen")
        #expect(forged.status == 200 && !forged.text.contains("value=\"rustig\""))
        let needsOnly = try await client.get("/past-bij-jou?aanbod=rustig&leeftijd=71")
        #expect(needsOnly.headers[.xRobotsTag] == "noindex, nofollow" && needsOnly.headers[.cacheControl] == "no-store")
    }

    @Test func aLikeAndADislikeOfTheSameAreAskedBack() async throws {
        let client = try await SiteClient()
        try await several(client)
        let both = [("stap", "liever-niet"), ("naar", ""), ("interesse", "dieren"), ("liever-niet", "dieren")]
        let address = try await sent(client, both)
        let page = try await client.get(address)
        #expect(address.hasSuffix("?stap=wat-klopt") && page.text.contains("Wat klopt?"))
        for (answer, isLiked) in [("liever-niet", false), ("leuk", true)] {
            let settled = try await sent(
                client,
                both.map { $0.0 == "stap" ? ("stap", "wat-klopt") : $0 } + [("klopt-dieren", answer)])
            #expect(!settled.contains("stap="))
            let found = try await client.get(settled)
            #expect(found.text.contains("name=\"interesse\" value=\"dieren\"") == isLiked)
            #expect(found.text.contains("name=\"liever-niet\" value=\"dieren\"") == !isLiked)
        }
    }

    /// Who likes what is not there, and says this besides.
    private func nothing(_ client: SiteClient, _ said: [(String, String)]) async throws -> Answer {
        try await several(client)
        let asked = [("naar", ""), ("interesse", "geloof"), ("leeftijd", "40"), ("taal", "goed")]
        let found = try await client.get(seal(try await sent(client, said + asked)))
        #expect(found.text.contains("We hebben nog niets gevonden"))
        return found
    }

    /// The one answer that keeps most away; never an age, a level of Dutch or what somebody does not want.
    @Test func whoFindsNothingReadsWhichAnswerToLetGo() async throws {
        let client = try await SiteClient()
        let found = try await nothing(client, [("stap", "wanneer"), ("dagdeel", "ochtend")])
        let offer = try #require(found.text.split(separator: "Als je één antwoord loslaat").dropFirst().first)
        let way = try #require(offer.firstMatch(of: /href="([^"#]+)[^"]*" rel="nofollow">[^<]*\((\d+)\)/))
        #expect(Int(way.2) == 2, "two in the morning, of whatever kind")
        let less = try await client.get(String(way.1))
        #expect(less.text.contains("Iets met ouderen") && less.text.contains("Iets met natuur"))
        #expect(less.text.contains("name=\"dagdeel\" value=\"ochtend\"") && !less.text.contains("value=\"geloof\""))
        #expect(!found.text.contains("leeftijd is"))
    }

    /// Nothing is about faith, and nothing is within two kilometres of Hengelo: letting go of one helps nobody.
    @Test func whoFindsNothingByTwoAnswersReadsBoth() async throws {
        let client = try await SiteClient()
        let found = try await nothing(client, [("stap", "waar"), ("plaats", "Hengelo"), ("afstand", "2")])
        #expect(!found.text.contains("Als je één antwoord"))
        let offer = try #require(found.text.split(separator: "Een paar antwoorden samen").dropFirst().first)
        let way = try #require(offer.firstMatch(of: /href="([^"#]+)[^"]*" rel="nofollow">([^<]*)<?/))
        #expect(way.2.contains("·") && way.2.contains("Waar het over gaat, maakt niet uit"))
        let less = try await client.get(String(way.1))
        #expect(less.text.contains("Iets met ") && !less.text.contains("value=\"geloof\""))
    }

    @Test func aWayOnIsTheSameWithOneThingOtherwise() async throws {
        let client = try await SiteClient()
        try await several(client)
        let found = try await client.get(seal(try await sent(client, [("stap", "leuk"), ("naar", "uitkomst")])))
        let link = try #require(
            found.text.firstMatch(of: /href="(\/past-bij-jou\/[^"?#]+)#gevonden" rel="nofollow">Niet ’s avonds/))
        let day = try await client.get(String(link.1))
        #expect(found.text.contains("Iets met sport") || found.text.contains("Iets met taal"))
        #expect(!day.text.contains("Iets met sport") && !day.text.contains("Iets met taal"))
        #expect(day.text.contains("name=\"dagdeel\" value=\"ochtend\"") && !day.text.contains("value=\"avond\""))
    }

    /// What she said no to, and what she responded to, are not suggested again.
    @Test(arguments: TestEngine.available)
    func whatWasSettledIsNotSuggestedAgain(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        try await several(client)
        let volunteer = try await client.given.volunteer()
        let address = seal(try await sent(client, [("stap", "leuk"), ("naar", "uitkomst"), ("interesse", "ouderen")]))
        let before = try await client.get(address, as: volunteer.actor)
        #expect(before.text.contains("Iets met ouderen"))
        let no = try #require(
            before.text.firstMatch(of: /href="(\/past-bij-jou\/[^"?]+)" rel="nofollow">Niet voor mij/))
        #expect(try await !client.get(String(no.1)).text.contains("Iets met ouderen"))
        let row = try #require(
            try await client.given.rows("select id from vacancy where title = 'Iets met ouderen'").first)
        _ = try await client.given.application(of: volunteer, to: try row["id"])
        #expect(try await !client.get(address, as: volunteer.actor).text.contains("Iets met ouderen"))
        #expect(try await client.get(address).text.contains("Iets met ouderen"), "nobody else knows")
    }

    /// Nothing that everybody has is a reason, and two are enough.
    @Test func reasonsAreOneSentence() async throws {
        let client = try await SiteClient()
        try await several(client)
        let found = try await client.get(
            seal(
                try await sent(
                    client,
                    [
                        ("stap", "letten-op"), ("naar", "uitkomst"), ("interesse", "ouderen"), ("leeftijd", "40"),
                        ("taal", "goed"), ("dagdeel", "ochtend"),
                    ])))
        let reason = try #require(found.text.firstMatch(of: /class="reason">([^<]*)</)).1
        #expect(reason == "Omdat je koos voor ouderen en het in de ochtend is.")
        #expect(!found.text.contains("Je leeftijd is goed") && !found.text.contains("Je Nederlands is goed genoeg"))
    }

    /// What was not asked this time stays in her profile; what cannot be read goes back to its question; nothing is no answer.
    @Test(arguments: TestEngine.available)
    func keepingReplacesWhatWasAsked(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let volunteer = try await client.given.volunteer()
        var before = Answers()
        (before[.place], before[.activity], before[.interest]) = (["Borne"], ["koken"], ["dieren"])
        try await client.given.keep(before, by: volunteer.actor)
        func keep(_ fields: [(String, String)]) async throws -> (Answer, Answers) {
            let answer = try await client.post("/account/antwoorden", fields, as: volunteer.actor)
            let (id, centre) = (volunteer.id, client.given.centre.id)
            return (answer, try await client.given.database.read { tx in try Answers.of(id, in: centre, tx) })
        }
        let (_, kept) = try await keep([("interesse", "taal"), ("gevraagd", "leuk"), ("gevraagd", "doen")])
        #expect(kept[.interest] == ["taal"] && kept[.place] == ["Borne"] && kept[.activity].isEmpty)
        let (wrong, same) = try await keep([("interesse", "taal"), ("plaats", "Nergenshuizen")])
        #expect(wrong.headers[.location]?.contains("?stap=waar&fout=1") == true && same == kept)
        let (nothing, stays) = try await keep([])
        #expect(nothing.headers[.location] == "/past-bij-jou" && stays == kept)
    }
}
