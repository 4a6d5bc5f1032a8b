package import HTTPTypes

extension HTTPField.Name {
    package static let secFetchSite = known("Sec-Fetch-Site")
    package static let secFetchMode = known("Sec-Fetch-Mode")
    package static let xForwardedFor = known("X-Forwarded-For")
    package static let xForwardedProto = known("X-Forwarded-Proto")
    package static let xForwardedHost = known("X-Forwarded-Host")
    package static let xRequestID = known("X-Request-ID")
    package static let xRobotsTag = known("X-Robots-Tag")
    package static let referrerPolicy = known("Referrer-Policy")
    package static let xFrameOptions = known("X-Frame-Options")
    package static let crossOriginOpenerPolicy = known("Cross-Origin-Opener-Policy")
    package static let crossOriginResourcePolicy = known("Cross-Origin-Resource-Policy")
    package static let permissionsPolicy = known("Permissions-Policy")
    package static let clearSiteData = known("Clear-Site-Data")

    private static func known(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("not a header name: \(text)") }
        return name
    }
}
