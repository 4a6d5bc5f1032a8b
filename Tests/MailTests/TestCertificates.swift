import Foundation

/// A certificate authority of our own and a server certificate for localhost that it signed, made once per run.
enum TestCertificates {
    static let shared = Result { try Files() }

    struct Files {
        let ca: String
        let certificate: String
        let key: String

        init() throws {
            let folder = try TestFolder.make().path
            (ca, certificate, key) = (folder + "/ca.pem", folder + "/server.pem", folder + "/server.key")
            let curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30"]
            try run(
                "/usr/bin/openssl",
                ["req", "-x509"] + curve + ["-keyout", folder + "/ca.key", "-out", ca, "-subj", "/CN=Test CA"])
            try run(
                "/usr/bin/openssl",
                ["req", "-x509"] + curve + [
                    "-keyout", key, "-out", certificate, "-CA", ca, "-CAkey", folder + "/ca.key", "-subj",
                    "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-addext",
                    "basicConstraints=critical,CA:FALSE",
                ])
        }
    }
}
