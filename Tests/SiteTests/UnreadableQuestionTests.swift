import Foundation
import GivenCentre
import HTTPTypes
import SQL
import TestSupport
import Testing
import Time
import VolunteerCentre

/// A question with something in it that nobody understands finds nothing and says so: never everything.
@Suite struct UnreadableQuestionTests {
    private func cards(_ page: String) -> Int { page.components(separatedBy: "<article class=\"card").count - 1 }

    @Test(arguments: TestEngine.available)
    func whatIsNotUnderstoodIsSaidAndNotDropped(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        for title in ["Kok", "Gids", "Klusser"] { _ = try await given.vacancy(title, of: organisation) }
        let all = try await client.get("/vacatures").text
        #expect(all.contains("<strong>3 vacatures</strong>"))
        for (question, said) in [
            ("plaats=Hengeloo", "De plaats “Hengeloo” kennen we niet."), ("plaats=Hengeloo", "Bedoel je Hengelo?"),
            ("plaats=xyzzyx", "Vul een postcode of de naam van een plaats in."),
            ("plaats=xyzzyx&thuis=1", "De plaats “xyzzyx” kennen we niet."),
            ("leeftijd=150", "De leeftijd die je invulde"),
            ("leeftijd=jong", "De leeftijd die je invulde"), ("samen=250", "met hoeveel mensen je bent"),
            ("samen=een+paar", "value=\"een paar\""), ("buurt=Oude+buurt", "Oude buurt bestaat hier niet meer."),
            ("gemeente=Nergens", "Nergens bestaat hier niet meer."),
            ("gemeente=%3Cscript%3E", "&lt;script&gt; bestaat hier niet meer"),
            ("q=%3F", "staat geen woord waarop we kunnen zoeken"), ("q=!!", "geen woord"),
            ("q=%F0%9F%8E%B9", "geen woord"),
            ("q=()+-", "geen woord"), ("begint=ooit", "ooit bestaat hier niet meer"),
        ] {
            let page = try await client.get("/vacatures?" + question)
            #expect(page.status == 200 && page.text.contains(said), "\(question)")
            #expect(page.text.contains("<strong>0 vacatures</strong>"), "\(question)")
            #expect(page.text.contains("/vacatures\""), "\(question): a way out")
        }
        let feed = try await client.get("/vacatures.atom?plaats=xyzzyx").text
        #expect(!feed.contains("<entry>"))
        let understood = try await client.get("/vacatures?plaats=Hengeloo").text
        let link = try #require(understood.firstMatch(of: /<a href="([^"]*plaats=Hengelo[^o"]*)">Bedoel je/)).1
        #expect(
            try await client.get(String(link).replacingOccurrences(of: "&amp;", with: "&")).text.contains(
                "km rond Hengelo"))
    }

    @Test(arguments: TestEngine.available)
    func aKeptSearchForWhatIsGoneMailsNothingAndAsks(_ engine: TestEngine) async throws {
        let client = try await SiteClient(engine)
        let given = client.given
        let organisation = try await given.organisation()
        let volunteer = try await given.volunteer()
        for (neighbourhood, place) in [("Oude buurt", ""), ("", "xyzzyx")] {
            var question = VacancyQuestion()
            if !neighbourhood.isEmpty { question.neighbourhoods = [neighbourhood] }
            question.place = place
            _ = try await given.keepSearch(question, by: volunteer.actor)
        }
        _ = try await given.vacancy("Kok", of: organisation)
        try await given.mailSearchNews(at: given.now.adding(.days(2)))
        let mails = try await given.database.read { tx in
            try tx.first("select count(*) as n from mail where kind = 'search_news'").map { try $0["n"] as Int }
        }
        #expect(mails == 0)
        // What is not understood is not kept at all: it would find nothing, or more than was asked.
        for question in [("leeftijd", "abc"), ("samen", "1"), ("plaats", "Hegelo"), ("buurt", "Weg")] {
            let answer = try await client.post(
                "/mijn/zoekopdrachten", [question, ("vaak", "weekly")], as: volunteer.actor)
            #expect(answer.headers[.location]?.hasPrefix("/vacatures?") == true, "\(question)")
        }
        #expect(try await given.count("saved_search") == 2)
        let page = try await client.get("/mijn/bewaard", as: volunteer.actor).text
        #expect(page.components(separatedBy: "Een plaats in deze zoekopdracht bestaat niet meer.").count == 3)
    }
}
