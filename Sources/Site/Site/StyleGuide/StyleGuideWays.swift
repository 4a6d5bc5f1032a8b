import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// The large parts of landing pages: figures, interests, ways in, choices.
struct StyleGuideWays {
    let visit: Visit

    var sections: [StyleGuideSection] {
        [
            StyleGuideSection(id: "deel-cijfers", title: "Cijfers", content: figures),
            StyleGuideSection(id: "deel-interesses", title: "Interesses met plaatjes", content: interests),
            StyleGuideSection(id: "deel-wegen", title: "Drie wegen", content: ways),
            StyleGuideSection(id: "deel-keuzes", title: "Keuzekaarten", content: choices),
        ]
    }

    private var figures: HTML {
        """
        <dl class="figures"><div><dt>vacatures nu</dt><dd>\(visit.t.number(128))</dd></div>
        <div><dt>organisaties</dt><dd>\(visit.t.number(46))</dd></div>
        <div><dt>reacties in het afgelopen jaar</dt><dd>\(visit.t.number(1312))</dd></div></dl>
        """
    }

    /// All of them, so that every illustration is seen.
    private var interests: HTML {
        """
        <ul class="interests">\(each: visit.services.taxonomy.entries(.interest), { entry in
            """
            <li><a href="\(visit.link("/vacatures?interesse=" + entry.slug))">\(visit.illustration(entry.slug, lazy: true))\
            <span>\(entry.label(visit.language))</span> <small>14 vacatures</small></a></li>
            """
        })</ul>
        """
    }

    private var ways: HTML {
        """
        <div class="ways">
        <section>\(visit.icon("heart"))<h3>Ik wil vrijwilliger worden</h3><p>Kijk rond en kies iets dat bij je past.</p>
        <p><a class="btn" href="\(visit.link("/vacatures"))">Bekijk de vacatures</a></p></section>
        <section>\(visit.icon("building"))<h3>Wij zoeken vrijwilligers</h3><p>Schrijf je organisatie gratis in. Wij denken mee over de tekst, zodat jouw vacature opvalt.</p>
        <p><a class="btn" href="\(visit.link("/inschrijven/organisatie"))">Inschrijven organisatie</a></p></section>
        <section>\(visit.icon("chat-dots"))<h3>Ik praat liever met iemand</h3><p>\(visit.centre.openingHours)</p>
        <p>\(visit.phoneLink)<br>\(visit.mailLink)</p></section>
        </div>
        """
    }

    /// With `h2`, as on the page that they are of: the sheet gives this level its looks.
    private var choices: HTML {
        """
        <ul class="choices">
        <li class="choice">\(visit.illustration("buurt", lazy: true))<h2><a href="\(visit.styleGuide)">Inschrijven vrijwilliger</a></h2>
        <p>Je wilt iets doen voor een ander, één keer of elke week.</p></li>
        <li class="choice">\(visit.illustration("evenement", lazy: true))<h2><a href="\(visit.styleGuide)">Inschrijven organisatie</a></h2>
        <p>Je zoekt vrijwilligers voor je stichting, vereniging of dienst.</p></li>
        </ul>
        """
    }
}
