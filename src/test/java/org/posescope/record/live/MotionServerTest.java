package org.posescope.record.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.body.DefaultBody;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;
import org.posescope.record.Coordinates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

@Timeout(60)
class MotionServerTest {
    private static final SourceInfo CAMERA = new SourceInfo("0", SourceInfo.Kind.CAMERA, 640, 480, 30, -1, -1, false);
    private static final LiveFacts FACTS = new LiveFacts(CAMERA, "live", List.of(Skeletons.COCO17),
            Optional.of(DefaultBody.read()), Coordinates.WORLD);
    private static final ObjectMapper JSON = new ObjectMapper();

    private FramePool pool;
    private LiveOutput server;
    private SendTarget target;

    @BeforeEach
    void open() throws IOException {
        pool = new FramePool();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            target = SendTarget.of("ws://127.0.0.1:" + free.getLocalPort());
        }
        server = LiveOutput.open(target, FACTS);
    }

    @AfterEach
    void close() {
        server.close();
        pool.close();
    }

    /** The client of the JDK, which has nothing to do with the server. */
    private static final class Client implements WebSocket.Listener {
        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                texts.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        JsonNode next() throws Exception {
            String next = texts.poll(20, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            return JSON.readTree(next);
        }
    }

    private Client connect(HttpClient http) {
        Client client = new Client();
        http.newWebSocketBuilder().buildAsync(URI.create(target.toString()), client).join();
        return client;
    }

    private void awaitClients(int count) throws InterruptedException {
        await(() -> server.figures().receivers().getAsInt() == count);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private void accept(long index, Person... people) {
        try (Frame frame = new Frame(pool.acquire(1, 1), index, index * 33_333, 0)) {
            server.accept(frame, List.of(people));
        }
    }

    private static byte[] handshake(String... more) {
        List<String> lines = new ArrayList<>(List.of("GET / HTTP/1.1", "Host: x", "Upgrade: websocket",
                "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
        lines.addAll(List.of(more));
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static Person bent() {
        List<Quaternion> turns = new ArrayList<>(
                Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY));
        turns.set(Skeletons.SMPL24.index("left_knee"),
                new Quaternion((float) Math.cos(0.5), (float) Math.sin(0.5), 0, 0));
        return new Person(3, 0.9f, new Box(1, 2, 3, 4),
                List.of(new Keypoints(Skeletons.COCO17, Collections.nCopies(17, new Keypoint(5, 6, 1)))),
                Optional.empty(), Optional.empty(), Optional.of(new BodyParameters(turns,
                        Collections.nCopies(BodyParameters.BETAS, 0f), new Vector3(0, 0, 3))));
    }

    @Test
    void every_client_hears_the_header_and_then_each_frame_with_angles() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Client first = connect(http);
            awaitClients(1);
            accept(0, bent());
            Client second = connect(http);
            awaitClients(2);
            accept(1);

            assertThat(first.next().at("/skeletons/coco17/names")).hasSize(17);
            JsonNode frame = first.next();
            assertThat(frame.at("/index").longValue()).isZero();
            assertThat(frame.at("/people/0/id").intValue()).isEqualTo(3);
            assertThat(frame.at("/people/0/keypoints/coco17")).hasSize(17);
            assertThat(frame.at("/people/0/angles")).hasSize(37);
            assertThat(frame.at("/people/0/angles/left_knee_flexion").doubleValue()).isCloseTo(Math.toDegrees(1),
                    within(0.01));
            assertThat(first.next()).isEqualTo(JSON.readTree("{\"index\":1,\"pts_us\":33333,\"people\":[]}"));
            assertThat(second.next().at("/preset").textValue()).isEqualTo("live");
            assertThat(second.next().at("/index").longValue()).isEqualTo(1);
            assertThat(server.figures().sent()).isEqualTo(3);
            assertThat(server.warning()).isEmpty();
            server.close();
            assertThat(first.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1001);
        }
    }

    @Test
    void a_client_that_reads_nothing_misses_frames_and_holds_nobody_up() throws Exception {
        try (Socket silent = new Socket()) {
            silent.setReceiveBufferSize(4096);
            silent.connect(target.address());
            silent.getOutputStream().write(handshake());
            awaitClients(1);
            for (int i = 0; server.figures().dropped() == 0 && i < 100_000; i++) {
                accept(i, bent(), bent());
            }

            assertThat(server.figures().dropped()).isPositive();
            assertThat(server.warning()).hasValueSatisfying(warning -> assertThat(warning)
                    .endsWith("messages of " + target + " were left out because a client did not keep up or was gone"));
        }
        awaitClients(0);
    }

    /** As when its program is killed: the connection is reset instead of closed. */
    @Test
    void a_client_that_vanishes_is_forgotten_while_another_hears_on() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Client other = connect(http);
            Socket killed = new Socket(target.address().getAddress(), target.address().getPort());
            killed.getOutputStream().write(handshake());
            awaitClients(2);
            killed.setSoLinger(true, 0);
            killed.close();
            await(() -> {
                accept(0);
                return server.figures().receivers().getAsInt() == 1;
            });

            JsonNode heard = other.next();
            while (heard.at("/people/0/id").intValue() != 3) {
                accept(1, bent());
                heard = other.next();
            }
            assertThat(heard.at("/index").longValue()).isEqualTo(1);
            server.close();
        }
    }

    @Test
    void a_port_in_use_is_told_in_one_sentence() {
        assertThatThrownBy(() -> LiveOutput.open(target, FACTS)).isInstanceOf(UserException.class)
                .hasMessage("Cannot listen at " + target
                        + ": the port is in use, or the address is not of this machine.");
    }

    @Test
    void a_port_is_free_again_after_the_end() throws Exception {
        server.close();
        server = LiveOutput.open(target, FACTS);
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(connect(http).next().at("/version").intValue()).isEqualTo(1);
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:3000, 101", "https://127.0.0.1, 101", "http://[::1]:80, 101",
        "https://elsewhere.example, 404", "null, 404", "http://localhost.elsewhere.example, 404"})
    void pages_from_elsewhere_are_turned_away(String origin, int status) throws IOException {
        try (Socket browser = new Socket(target.address().getAddress(), target.address().getPort())) {
            browser.getOutputStream().write(handshake("Origin: " + origin));
            InputStream in = browser.getInputStream();
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 " + status);
        }
    }

    @Test
    void what_clients_say_changes_nothing_and_a_flood_ends_their_connection() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Client client = new Client();
            WebSocket socket = http.newWebSocketBuilder().buildAsync(URI.create(target.toString()), client).join();
            awaitClients(1);
            socket.sendText("hello", true).join();
            accept(0);
            assertThat(client.next().has("version")).isTrue();
            assertThat(client.next().at("/index").longValue()).isZero();
            try {
                socket.sendText("x".repeat(100_000), true).join();
            } catch (CompletionException e) {
                assertThat(e).hasCauseInstanceOf(IOException.class);
            }
            awaitClients(0);
        }
    }
}
