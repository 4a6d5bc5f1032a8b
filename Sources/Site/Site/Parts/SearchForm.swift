import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// The search box of the home page and of the list.
struct SearchForm {
    let visit: Visit
    let words: String
    /// The filters that stay when other words are searched.
    var chosen: [(String, String)] = []

    var html: HTML {
        let t = visit.t
        return """
            <form class="search" role="search" action="\(visit.link("/vacatures"))">
            <div class="search-field"><label for="q">\(t("What would you like to do?"))</label>\
            <input id="q" name="q" type="search" dir="auto" value="\(words)" maxlength="400" list="woorden" data-words="\(visit.link("/vacatures/woorden.json"))" autocomplete="off" placeholder="\(t("walking or cooking"))"></div>
            <datalist id="woorden"></datalist>
            \(each: chosen, { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" })
            <button class="btn big">\(visit.icon("search"))\(t("Search"))</button>
            </form>
            <p class="search-else">\(t("You do not know yet?")) <a href="\(visit.link(WishesPage.path))">\(t("Find out what suits you"))</a></p>
            """
    }
}
