package org.posescope.testkit;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

import org.posescope.model.InputSpec;
import org.posescope.model.ModelCard;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Origin;
import org.posescope.model.Sha256;
import org.posescope.model.Task;

/** Cards of made-up models of a few bytes, for tests that need a file and not a network. */
public final class SmallModels {
    private static final InputSpec INPUT = new InputSpec("in", 8, 8, InputSpec.Layout.NHWC, InputSpec.ColorOrder.RGB,
            List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));

    private SmallModels() {}

    /** A model {@code ID.onnx} whose card has the checksum of {@code content}. */
    public static ModelCard card(String id, Origin origin, byte[] content) {
        return card(id, origin, Optional.of(sha256(content)), content.length);
    }

    /** A model {@code ID.onnx} that may have any content. */
    public static ModelCard unchecked(String id, Origin origin) {
        return card(id, origin, Optional.empty(), -1);
    }

    /** The card of a model that was converted for another engine, its file unchecked. */
    public static ModelCard onEngine(ModelCard card, NetworkRuntime runtime) {
        return new ModelCard(card.id(), card.title(), card.task(), runtime, card.id() + runtime.extension(),
                card.input(), card.decoder(), card.skeleton(), "fp32", card.license(), new Origin.LocalFile(),
                Optional.empty(), -1);
    }

    public static String sha256(byte[] content) {
        MessageDigest digest = Sha256.digest();
        digest.update(content);
        return Sha256.hex(digest);
    }

    private static ModelCard card(String id, Origin origin, Optional<String> sha256, long bytes) {
        return new ModelCard(id, id, Task.PERSON_DETECTION, NetworkRuntime.ONNXRUNTIME, id + ".onnx", INPUT, "boxes",
                Optional.empty(), "fp32", "MIT", origin, sha256, bytes);
    }
}
