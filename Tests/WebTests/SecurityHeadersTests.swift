import HTTPTypes
import Testing
import Web

@Suite struct SecurityHeadersTests {
    @Test func everyAnswerCarriesThem() {
        var headers: HTTPFields = [:]
        SecurityHeaders.add(to: &headers, https: false)
        let policy = headers[.contentSecurityPolicy] ?? ""
        #expect(policy.hasPrefix("default-src 'none';"))
        #expect(!policy.contains("unsafe") && !policy.contains("*") && !policy.contains("http"))
        #expect(policy.contains("frame-ancestors 'none'") && policy.contains("form-action 'self'"))
        #expect(headers[.xContentTypeOptions] == "nosniff" && headers[.xFrameOptions] == "DENY")
        #expect(headers[.referrerPolicy] == "same-origin")
        #expect(headers[.strictTransportSecurity] == nil)
        SecurityHeaders.add(to: &headers, https: true)
        #expect(headers[.strictTransportSecurity]?.hasPrefix("max-age=31536000") == true)
    }

    @Test func aStricterPolicyOfItsOwnStays() {
        var headers: HTTPFields = [.contentSecurityPolicy: "default-src 'none'"]
        SecurityHeaders.add(to: &headers, https: false)
        #expect(headers[.contentSecurityPolicy] == "default-src 'none'")
    }
}
