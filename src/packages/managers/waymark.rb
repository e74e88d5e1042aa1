# A formula for Homebrew: brew install ./waymark.rb
class Waymark < Formula
  desc "Publishes a directory of services from YAML and Markdown"
  url "[[zip.url]]"
  version "[[version]]"
  sha256 "[[zip.sha256]]"
  license "Apache-2.0"

  depends_on "openjdk"

  def install
    rm "bin/waymark.bat"
    libexec.install Dir["*"]
    %w[waymark waymark-upload].each do |name|
      (bin/name).write_env_script libexec/"bin"/name, Language::Java.overridable_java_home_env
    end
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/waymark --version")
  end
end
