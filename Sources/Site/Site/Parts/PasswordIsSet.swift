import HTML
import Localisation
import SiteKit

extension Visit {
    /// After a first password, where she arrives.
    var passwordIsSet: HTML { notice(.success, "\(t("Your password has been set, and you are logged in."))") }
}

/// What the page says after something was done.
enum HomeNotice: String, Notice {
    case passwordSet = "wachtwoord-ingesteld"
}

extension Address where Said == HomeNotice {
    static var home: Address { Address("/") }
}
