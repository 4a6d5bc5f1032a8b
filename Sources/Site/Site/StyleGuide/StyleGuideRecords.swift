import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre

/// Records in lists: cards, tables, events, history.
///
/// Events are a private part of the dashboard's page, so their markup stands here once more.
struct StyleGuideRecords {
    let visit: Visit

    var sections: [StyleGuideSection] {
        [
            StyleGuideSection(id: "deel-kaarten", title: "Kaarten", content: cards),
            StyleGuideSection(id: "deel-tabel", title: "Tabel van vacatures", content: vacancies),
            StyleGuideSection(id: "deel-reacties", title: "Tabel van reacties", content: applications),
            StyleGuideSection(id: "deel-gebeurtenissen", title: "Gebeurtenissen", content: feed),
            StyleGuideSection(id: "deel-historie", title: "Historie", content: timeline),
        ]
    }

    private var cards: HTML {
        let cards = [
            card(
                1, "Taalmaatje voor een nieuwkomer", by: "Stichting Weekend", "taal", place: "Hengelo",
                hours: "2 uur per week", days: 2),
            card(
                2, "Koken voor de buurttafel op woensdag, en daarna samen afwassen en opruimen",
                by: "Vereniging van vrijwilligers in en om het buurthuis De Tuinhoek", "buurt", place: "Borne",
                hours: "om de week op woensdagmiddag", days: 40),
            card(3, "Bellen met mevrouw De Boer", by: "Zorggroep Sint Anna", "ouderen", place: "", hours: "", days: 60),
        ]
        return visit.cards(cards, heading: .h3).asSample(leadingTo: visit.styleGuide)
    }

    private func card(
        _ number: Int64, _ title: String, by organisation: String, _ interest: String, place: String, hours: String,
        days: Int
    ) -> VacancyCard {
        VacancyCard(
            id: ID(number), centre: visit.centre.id, title: title, organisation: organisation, place: place,
            hours: hours, interest: interest,
            fromHome: place.isEmpty, publishedAt: visit.now.subtracting(.days(days)), picture: nil)
    }

    private var vacancies: HTML {
        let titles = [
            "Chauffeur voor uitjes", "Gastouder voor het speelweekend", "Taalmaatje", "Gastvrouw op zaterdag",
            "Zomerkamp", "Collecteren in de buurt",
        ]
        let rows = zip(titles, Vacancy.State.allCases).enumerated().map { index, row in
            VacancyQueries.Listed(
                id: ID(Int64(index + 1)), title: row.0, organisation: "Stichting Weekend", state: row.1,
                returned: row.1 == .draft, publishUntil: row.1 == .draft ? nil : visit.today.adding(months: 3 - index),
                queuedAt: nil, updatedAt: visit.now, applications: index * 3)
        }
        return VacancyTable(vacancies: rows, base: "/stijlgids", showsOrganisation: true).html(visit)
            .asSample(leadingTo: visit.styleGuide)
    }

    private var applications: HTML {
        let people = [("Happy Unjani", 2), ("Selma Yildiz", 26), ("Jan de Vries", 400)]
        let rows = people.enumerated().map { index, person in
            Application(
                id: ID(Int64(index + 1)), organisation: 1, organisationName: "Stichting Weekend", vacancy: 1,
                vacancyTitle: "Taalmaatje voor een nieuwkomer", volunteer: nil, kind: index == 0 ? .account : .guest,
                channel: .web, name: person.0, email: "", phone: "", message: "", party: .single, partySize: nil,
                state: Application.State.allCases[index], createdAt: visit.now.subtracting(.hours(person.1)))
        }
        return ApplicationTable(applications: rows).html(visit).asSample(leadingTo: visit.styleGuide)
    }

    private var feed: HTML {
        """
        <ul class="feed">
        <li>\(visit.icon("chat-dots"))<div><p id="gebeurtenis-1">Happy Unjani reageerde op Taalmaatje \(visit.badge(.account))</p>\
        <p class="muted">\(ago(hours: 2))</p></div><a class="btn small plain" href="\(visit.styleGuide)" aria-describedby="gebeurtenis-1">Details</a></li>
        <li>\(visit.icon("chat-dots"))<div><p id="gebeurtenis-2">Selma Yildiz reageerde op Gastvrouw op zaterdag \(visit.badge(.guest))</p>\
        <p class="muted">\(ago(hours: 26))</p></div><a class="btn small plain" href="\(visit.styleGuide)" aria-describedby="gebeurtenis-2">Details</a></li>
        <li>\(visit.icon("megaphone"))<div><p><a href="\(visit.styleGuide)">Gastouder voor het speelweekend</a> \(visit.badge(.queued))</p>\
        <p class="muted">\(ago(hours: 70))</p></div></li>
        </ul>
        """
    }

    private var timeline: HTML {
        let steps: [(to: Vacancy.State, reason: String?, hours: Int)] = [
            (.queued, nil, 400), (.draft, "Op welke dagen is het precies?", 380), (.queued, nil, 26),
            (.published, nil, 2),
        ]
        let history = steps.map {
            StateChange(
                from: nil, to: $0.to.rawValue, reason: $0.reason, at: visit.now.subtracting(.hours($0.hours)))
        }
        return visit.timeline(Timeline(steps: history), word: visit.vacancyWord)
    }

    private func ago(hours: Int) -> HTML { visit.when(visit.now.subtracting(.hours(hours))) }
}
