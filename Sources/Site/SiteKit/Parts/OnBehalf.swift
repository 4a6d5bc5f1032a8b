package import HTML
import Localisation
import VolunteerCentre

extension Visit {
    /// Above every page of an organisation's area, for who works there on its behalf.
    package var onBehalf: HTML {
        guard let session, session.isOnBehalf, let organisation = session.organisation else { return .empty }
        return """
            <form class="notice warning" method="post" action="\(action("/centrum/namens/stoppen"))">\(icon("person-circle"))<div>\
            <p>\(t("You work on behalf of {organisation}. What you do here is recorded as such.", ["organisation": organisation.name]))</p>\
            <p><button class="btn small plain">\(t("Back to my own work"))</button></p></div></form>
            """
    }
}
