import Films
import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre

extension Visit {
    /// A player that loads nothing before somebody presses play, or a link that says where it leads.
    func film(_ film: Film) -> HTML {
        switch film.source {
        case .file(let hash, let mediaType, _):
            let path = "/films/\(film.id)/\(hash)"
            return """
                <figure class="film"><video controls preload="none" playsinline><source src="\(path).\(mediaType == "video/mp4" ? "mp4" : "webm")" type="\(mediaType)">\
                <track kind="captions" src="\(path).vtt" srclang="\(centre.language.tag)" label="\(t("Captions"))" default></video>
                <figcaption\(theirs)>\(film.title)</figcaption></figure>
                """
        case .elsewhere(let address):
            guard let address = WebAddress(address) else { return .empty }
            return """
                <p class="film"><a class="btn plain" href="\(address)" target="_blank" rel="noopener noreferrer">\(icon("play-circle-fill"))<span\(theirs)>\(film.title)</span></a>
                <span class="muted">\(t("Opens {host} in a new window. Only then does that website see that you are there.", ["host": host(of: address)]))</span></p>
                """
        }
    }

    func host(of address: WebAddress) -> String {
        let rest = address.text.split(separator: "//", maxSplits: 1).last ?? ""
        return String(rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" })
    }
}
