package import HTTPTypes

/// The headers every response carries. Nothing inline, nothing from elsewhere, no framing.
package enum SecurityHeaders {
    private static let ownPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; "
        + "media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"

    /// - Parameter https: whether the visitor came over TLS; only then is HSTS meaningful.
    package static func add(to headers: inout HTTPFields, https: Bool) {
        if headers[.contentSecurityPolicy] == nil { headers[.contentSecurityPolicy] = ownPolicy }
        headers[.xContentTypeOptions] = "nosniff"
        // A page whose address tells more than others says it itself.
        headers[.referrerPolicy] = headers[.referrerPolicy] ?? "same-origin"
        headers[.xFrameOptions] = "DENY"
        headers[.crossOriginOpenerPolicy] = "same-origin"
        headers[.crossOriginResourcePolicy] = "same-origin"
        headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        if https { headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
    }
}
