import HTTPTypes
package import Hummingbird

/// Refuses unsafe requests that another site made the browser send (cross-site request forgery).
///
/// Browsers say where a request comes from in `Sec-Fetch-Site`; older ones send `Origin`. A request with neither is no
/// browser's form and carries no cookie of ours that another site could abuse, since cookies are SameSite=Lax.
package enum OriginCheck {
    package static func allows(_ request: Request, host: String?) -> Bool {
        if request.method == .get || request.method == .head || request.method == .options { return true }
        if let site = request.headers[.secFetchSite] { return site == "same-origin" || site == "none" }
        if let origin = request.headers[.origin] {
            guard let host, let scheme = origin.firstRange(of: "://") else { return false }
            return origin[scheme.upperBound...].lowercased() == host.lowercased()
        }
        return true
    }
}
