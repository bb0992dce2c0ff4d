package org.posescope.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyModelReader;
import org.posescope.pose.BodyParameters;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code posescope body info}: what a model file is. */
@Command(name = "info", description = "Print what a body model file holds.")
final class BodyInfoCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A body model in the SMPL format, .pkl or .npz.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        BodyModel model = BodyModelReader.read(file);
        PrintWriter out = spec.commandLine().getOut();
        print("file", file.toString(), out);
        print("format", format(model), out);
        print("vertices", Integer.toString(model.vertexCount()), out);
        print("triangles", Integer.toString(model.faces().length / 3), out);
        print("joints", Integer.toString(model.parents().length), out);
        print("shape components", Integer.toString(model.shapeComponents()), out);
        if (model.expressionComponents() > 0) {
            print("expressions", Integer.toString(model.expressionComponents()), out);
        }
        print("pose corrections", model.hasPoseBlend() ? "yes" : "no", out);
        print("joints a vertex", "at most " + model.mostJointsOfAVertex(), out);
        print("height", String.format(Locale.ROOT, "%.2f m", height(model)), out);
        model.cocoplusRegressor().ifPresent(points -> print("cocoplus points", Integer.toString(points.rows()), out));
        out.flush();
        return 0;
    }

    private static String format(BodyModel model) {
        return switch (model.skeleton().id()) {
            case "smplh52" -> "SMPL-H";
            case "smplx55" -> "SMPL-X";
            default -> "SMPL";
        };
    }

    private static void print(String name, String value, PrintWriter out) {
        out.println(String.format(Locale.ROOT, "%-17s %s", name, value));
    }

    /** Of the mean shape, from the lowest to the highest vertex. */
    private static double height(BodyModel model) {
        float[] vertices = model.restVertices(new float[BodyParameters.BETAS]);
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (int y = 1; y < vertices.length; y += 3) {
            lowest = Math.min(lowest, vertices[y]);
            highest = Math.max(highest, vertices[y]);
        }
        return highest - lowest;
    }
}
