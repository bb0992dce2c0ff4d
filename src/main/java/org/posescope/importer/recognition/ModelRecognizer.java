package org.posescope.importer.recognition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.posescope.error.UserException;
import org.posescope.model.ModelCard;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Origin;
import org.posescope.model.UserCards;
import org.posescope.network.tensorflow.lite.LiteHeader;

/** Tells what a model file is from its header alone: an ONNX file, or one of TensorFlow Lite. */
public final class ModelRecognizer {
    private static final List<NetworkFamily> OF_ONNX = List.of(new YoloxFamily(), new HeatmapFamily(),
            new SimccFamily(), new MmdeployFamily(), new UnsuppressedFamily(), new UltralyticsFamily(),
            new DetrFamily(),
            new WholeFrameMapsFamily(), new MoveNetFamily());
    private static final String HALVES = "; its numbers are of half precision (float16) and are converted where they enter and leave it";
    /** Others are not published for it, or in other units. */
    private static final List<NetworkFamily> OF_TFLITE = List.of(new MoveNetFamily());

    /**
     * The card that such a file would have.
     *
     * @throws UserException when the file is not known, is not whole, or is of another runtime; the message says what it seems to be
     */
    public Recognition recognize(Path file) {
        NetworkRuntime runtime = NetworkRuntime.ofFileName(file.getFileName().toString())
                .filter(each -> each != NetworkRuntime.PYTORCH).orElseThrow(() -> UserCards.missing(file));
        boolean onnx = runtime == NetworkRuntime.ONNXRUNTIME;
        FileHeader header = onnx ? OnnxHeaderReader.read(file) : lite(file);
        requireWhole(file, header);
        requireComputable(file, header);
        return header.picture()
                .flatMap(picture -> (onnx ? OF_ONNX : OF_TFLITE).stream()
                        .flatMap(family -> family.recognize(header, picture).stream()).findFirst())
                .map(guess -> recognition(header, runtime, guess)).orElseThrow(() -> unknown(file, header));
    }

    private static FileHeader lite(Path file) {
        LiteHeader header = LiteHeader.read(file);
        return new FileHeader(file.getFileName().toString(), ports(header.inputs()), ports(header.outputs()), Set.of(),
                Set.of(), Map.of(), Map.of(), Set.of());
    }

    private static List<Port> ports(List<LiteHeader.LitePort> ports) {
        return ports.stream().map(each -> new Port(each.name(), each.shape(), Port.FLOAT)).toList();
    }

    private static Recognition recognition(FileHeader header, NetworkRuntime runtime, Guess guess) {
        String fileName = header.fileName();
        PictureInput picture = guess.picture();
        String title = guess.title() + ", " + picture.width() + "x" + picture.height();
        ModelCard card = new ModelCard(UserCards.idOf(fileName), title, guess.task(), runtime,
                fileName, picture.with(guess.habit()), guess.decoder(), guess.skeleton(), "unknown", "unknown",
                new Origin.LocalFile(), Optional.empty(), -1);
        String reason = header.has(Port.FLOAT16) ? guess.reason() + HALVES : guess.reason();
        return new Recognition(card, reason, guess.habit().described());
    }

    private static void requireWhole(Path file, FileHeader header) {
        header.elsewhere().stream().sorted().filter(name -> !Files.isRegularFile(file.resolveSibling(name))).findFirst()
                .ifPresent(name -> {
                    throw new UserException(file + " keeps its weights in " + name
                            + ", which does not lie beside it; put the two into one folder");
                });
    }

    private static void requireComputable(Path file, FileHeader header) {
        if (header.has(Port.BFLOAT16)) {
            throw new UserException(file + " takes or gives numbers of bfloat16, in which ONNX Runtime does not compute"
                    + " here; export it in float32 or float16");
        }
    }

    private static UserException unknown(Path file, FileHeader header) {
        return new UserException(file + " has no card and seems to be " + ForeignNetworks.seemingly(header)
                + ", not one of people that is known here (it takes " + FileHeader.described(header.inputs())
                + " and gives " + FileHeader.described(header.outputs()) + "); if it is, "
                + UserCards.instruction(file));
    }
}
