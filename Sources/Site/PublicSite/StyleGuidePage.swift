import HTML
import VolunteerCentre
import Web

/// `/stijlgids` of a demo: every part in every state, made by the same functions as the pages. Its sample words are Dutch only.
struct StyleGuidePage {
    func html(_ visit: Visit) -> HTML { "" }
}
