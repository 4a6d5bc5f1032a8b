import Composition
import Localisation
import SQL
import SiteKit
import VolunteerCentre

extension Visit {
    /// What stands in the log under a name of the program. What a capability wrote that is no longer here has no words.
    func act(_ name: String) -> String { services.capabilities.acts[name].map { t($0) } ?? t("Something else") }

    /// The acts whose words hold `word`, which is folded.
    func acts(named word: String) -> [String] {
        services.capabilities.acts.filter { Folding.fold(t($0.value)).contains(word) }.keys.sorted()
    }
}
