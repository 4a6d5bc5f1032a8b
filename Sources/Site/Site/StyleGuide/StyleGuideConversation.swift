import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// What people say to each other, what comes of it, and what changed: conversations, states, matches, two texts side by side.
struct StyleGuideConversation {
    let visit: Visit

    var sections: [StyleGuideSection] {
        [
            StyleGuideSection(id: "deel-gesprek", title: "Gesprek", content: conversation),
            StyleGuideSection(id: "deel-stand", title: "Stand van reacties en uitnodigingen", content: states),
            StyleGuideSection(id: "deel-matches", title: "Tabel van matches", content: matches),
            StyleGuideSection(id: "deel-verschil", title: "Wat er veranderd is", content: changes),
            StyleGuideSection(id: "deel-foto", title: "Een foto kiezen", content: pictures),
        ]
    }

    private var application: Application {
        Application(
            id: 1, organisation: 1, organisationName: "Stichting Weekend", vacancy: 1, vacancyTitle: "Taalmaatje",
            volunteer: 1, kind: .account, channel: .web, name: "Happy Unjani", email: "", phone: "",
            message: "Ik praat graag.\n\nOok over niets.", party: .couple, partySize: 2, state: .inConversation,
            createdAt: visit.now.subtracting(.hours(50)))
    }

    private var conversation: HTML {
        let messages: [ApplicationQueries.Message] = [
            .init(author: .organisation, text: "Kom je dinsdag kijken?", at: visit.now.subtracting(.hours(40))),
            .init(author: .volunteer, text: "Graag, om tien uur.", at: visit.now.subtracting(.hours(2))),
        ]
        return Conversation(opening: application, messages: messages, reader: .volunteer).html(visit)
    }

    private var states: HTML {
        """
        <p class="actions">\(each: Application.State.allCases, { visit.badge($0) })</p>
        <p class="actions">\(each: Invitation.State.allCases, { visit.badge($0) })</p>
        """
    }

    private var matches: HTML {
        let rows = Match.State.allCases.enumerated().map { index, state in
            Match(
                id: ID(Int64(index + 1)), organisation: 1, organisationName: "Stichting Weekend", vacancy: 1,
                vacancyTitle: "Taalmaatje", application: 1, volunteer: 1, volunteerName: "Happy Unjani",
                beginsOn: visit.today.adding(days: -40 * index), endsOn: index == 1 ? visit.today : nil, state: state,
                createdAt: visit.now)
        }
        return MatchTable(matches: rows).html(visit).asSample(leadingTo: visit.styleGuide)
    }

    private var changes: HTML {
        var before = Vacancy.Content()
        before.title = "Taalmaatje"
        before.description = "Een uur praten."
        var after = before
        after.title = "Taalmaatje voor een nieuwkomer"
        after.place = "Hengelo"
        return FieldChanges(from: before, to: after, visit).html(visit)
    }

    private var pictures: HTML {
        var errors = FormErrors()
        errors.add("logo", visit.t("This is not a picture that we can read. Choose a JPG, PNG or WebP."))
        let fine = visit.fields()
        let wrong = visit.fields(FormData(), errors)
        return """
            <div class="measure form">\(PictureField.photograph.html(fine, "Foto", help: "Hoogstens 15 MB.", current: nil))
            \(PictureField.logo.html(wrong, "Logo", help: "Hoogstens 15 MB.", current: nil))</div>
            """
    }
}
