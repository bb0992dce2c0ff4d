package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.testkit.TestVideos;

import com.sun.net.httpserver.HttpServer;

/** Finite videos of a server are read whole; of live streams it is said what was left out. */
class StreamRunTest {
    @TempDir
    Path folder;

    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private String serve(String path, Path file, boolean knownLength) throws IOException {
        byte[] content = Files.readAllBytes(file);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, knownLength ? content.length : 0);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(content);
            }
        });
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    @Test
    void every_frame_of_a_finite_video_is_looked_at() throws IOException {
        Path clip = TestVideos.clip(96, 64, 40).indexFirst().write(folder.resolve("clip.mp4"));
        Path lines = folder.resolve("people.jsonl");

        Program.Ended ended = Program.run("-i", serve("/clip.mp4", clip, true), "--report", lines);

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.err()).doesNotContain("left out");
        assertThat(Files.readString(lines)).contains("\"policy\" : \"exact\"");
    }

    @Test
    void frames_of_a_live_stream_that_were_left_out_are_told() throws IOException {
        Path clip = TestVideos.clip(96, 64, 250).write(folder.resolve("clip.ts"));

        Program.Ended ended = Program.run("-i", serve("/live", clip, false));

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.err())
                .containsPattern("posescope: warning: \\d+ of 250 frames were left out, because the source is"
                        + " live and newer ones came before these could be looked at");
    }
}
