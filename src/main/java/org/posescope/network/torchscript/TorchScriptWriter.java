package org.posescope.network.torchscript;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.posescope.network.graph.Graph;
import org.posescope.tensor.pickle.PickleWriter;
import org.posescope.tensor.torch.TensorPickle;

/**
 * Writes a graph as a TorchScript archive with an open batch size. Its one method takes the input and gives a dictionary of the outputs
 * by name.
 */
public final class TorchScriptWriter {
    /** Of the archive's format, the first with the code that is used here (caffe2/serialize/versions.h). */
    private static final String VERSION = "3\n";

    private TorchScriptWriter() {}

    /**
     * Writes the file, in place of one that is there.
     *
     * @throws IOException when it cannot be written
     */
    public static void write(Graph graph, TorchPrecision precision, Path file) throws IOException {
        TorchParameters parameters = new TorchParameters();
        String body = new TorchCode(precision, parameters).body(graph);
        List<StoredParameter> stored = parameters.all();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                StoredZip zip = new StoredZip("model/", out)) {
            zip.add("version", ascii(VERSION));
            zip.add("code/__torch__.py", ascii(code(stored, body)));
            zip.add("data.pkl", module(stored));
            zip.add("constants.pkl", new PickleWriter().emptyTuple().end());
            for (StoredParameter parameter : stored) {
                zip.add("data/" + parameter.attribute(), parameter.bytes());
            }
        }
    }

    private static String code(List<StoredParameter> parameters, String body) {
        String names = parameters.stream().map(each -> '"' + each.attribute() + "\", ").collect(Collectors.joining());
        String fields = parameters.stream().map(each -> "  " + each.attribute() + " : Tensor\n")
                .collect(Collectors.joining());
        return "class Network(Module):\n  __parameters__ = [" + names + "]\n  __buffers__ = []\n  training : bool\n"
                + fields + "  def forward(self: __torch__.Network,\n    " + TorchCode.INPUT
                + ": Tensor) -> Dict[str, Tensor]:\n" + body;
    }

    /** The module: an object of the class in the code, with its attributes as the state. */
    private static byte[] module(List<StoredParameter> parameters) {
        PickleWriter pickle = new PickleWriter().global("__torch__", "Network").emptyTuple().newObject().emptyDict()
                .mark().text("training").truth(false);
        for (StoredParameter parameter : parameters) {
            pickle.text(parameter.attribute());
            TensorPickle.push(pickle, parameter.type(), parameter.attribute(), parameter.shape(), parameter.strides());
        }
        return pickle.setItems().build().end();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
