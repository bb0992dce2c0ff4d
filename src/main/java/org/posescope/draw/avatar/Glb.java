package org.posescope.draw.avatar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.posescope.error.UserException;

/** A binary glTF 2.0 file: its description and its numbers. Immutable. */
final class Glb {
    private static final int MAGIC = 0x46546C67;
    private static final int JSON_CHUNK = 0x4E4F534A;
    private static final int BINARY_CHUNK = 0x004E4942;
    private static final int FILE_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final long MOST_BYTES = 512L << 20;

    private final JsonNode root;
    private final ByteBuffer binary;

    private Glb(JsonNode root, ByteBuffer binary) {
        this.root = root;
        this.binary = binary;
    }

    /** @throws UserException when there is no such file, or it is none of these */
    static Glb read(Path file) {
        ByteBuffer bytes = bytes(file);
        if (bytes.remaining() < FILE_HEADER || bytes.getInt(0) != MAGIC) {
            throw new UserException(file + " is not a binary glTF file; an avatar is a .vrm or .glb file");
        }
        if (bytes.getInt(4) != 2) {
            throw new UserException(String.format(Locale.ROOT, "%s is glTF of version %d, and 2 can be read", file,
                    bytes.getInt(4)));
        }
        ByteBuffer json = chunk(file, bytes, FILE_HEADER, JSON_CHUNK);
        int next = FILE_HEADER + CHUNK_HEADER + json.remaining();
        ByteBuffer binary = next < bytes.limit() ? chunk(file, bytes, next, BINARY_CHUNK) : ByteBuffer.allocate(0);
        return new Glb(parse(file, json), binary);
    }

    private static ByteBuffer bytes(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UserException(file + " has more than 512 MB, which is too much for an avatar");
            }
            return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UserException("the avatar " + file + " cannot be read"
                    + (Files.exists(file) ? ": " + e.getMessage() : ": there is no such file"), e);
        }
    }

    private static ByteBuffer chunk(Path file, ByteBuffer bytes, int at, int kind) {
        int length = at + CHUNK_HEADER <= bytes.limit() ? bytes.getInt(at) : -1;
        if (length < 0 || length > bytes.limit() - at - CHUNK_HEADER || bytes.getInt(at + 4) != kind) {
            throw new UserException(file + " is damaged: it ends early, or its parts are not those of glTF");
        }
        return bytes.slice(at + CHUNK_HEADER, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static JsonNode parse(Path file, ByteBuffer json) {
        try {
            byte[] text = new byte[json.remaining()];
            json.duplicate().get(text);
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UserException(file + " is damaged: its description is not JSON", e);
        }
    }

    JsonNode root() {
        return root;
    }

    /** A thing of one of its lists. */
    JsonNode at(String list, int index) {
        JsonNode thing = root.path(list).path(index);
        if (thing.isMissingNode()) {
            throw new IllegalArgumentException("there is no " + index + " in " + list);
        }
        return thing;
    }

    /** The bytes of a buffer view. */
    ByteBuffer view(int index) {
        JsonNode view = at("bufferViews", index);
        if (view.path("buffer").asInt() != 0 || at("buffers", 0).has("uri")) {
            throw new IllegalArgumentException("numbers lie in another file");
        }
        return binary.slice(view.path("byteOffset").asInt(), view.path("byteLength").asInt())
                .order(ByteOrder.LITTLE_ENDIAN);
    }
}
