# Debian packages of the programs: their jars as they are, a command, a systemd unit, a configuration. Part of ./luot.

# The version as Debian orders it: 0.1.0-SNAPSHOT comes before 0.1.0.
debian_version() {
  sed -n 's/.*<version>\(.*\)<\/version>.*/\1/p' "$root/pom.xml" | head -n 1 | sed 's/-SNAPSHOT/~snapshot/'
}

# The module's jars where they are installed, in one order.
installed_path() {
  local jars=() jar
  for jar in "$stage/usr/lib/luot-$name/"*.jar; do jars+=("/usr/lib/luot-$name/$(basename "$jar")"); done
  local IFS=:
  echo "${jars[*]}"
}

# A command that starts a module as the script does.
write_command() { # file module main-class flags…
  local file=$1 module=$2 main=$3
  shift 3
  cat >"$file" <<SH
#!/bin/sh
# Lượt: $module. JAVA_OPTS may add options of Java.
classes=/var/cache/luot-$name/classes.jsa
if [ -r \$classes ]; then kept=-XX:SharedArchiveFile=\$classes; else kept=; fi
exec java ${text[*]} $* \$kept \$JAVA_OPTS -cp $(installed_path) $main "\$@"
SH
  chmod 755 "$file"
}

# Java keeps the classes of the hub's start ready for every other start, as prepare_start of the script does: here where it
# is installed, and again when Java itself was upgraded, because they hold for that very Java. Root's own, so that nobody
# else can change what the hub runs. Without them a start takes a second longer.
write_preparation() { # flags…
  local start
  start="${text[*]} $* -cp $(installed_path) vn.luot.hub.Rehearsal"
  echo "interest-noawait /usr/lib/jvm" >"$stage/DEBIAN/triggers"
  cat >>"$stage/DEBIAN/postinst" <<SH
cache=/var/cache/luot-$name
install -d -m 755 \$cache
if LUOT_LOG=ERROR java -XX:DumpLoadedClassList=\$cache/list $start >/dev/null 2>&1 \\
  && java -Xshare:dump -XX:SharedClassListFile=\$cache/list -XX:SharedArchiveFile=\$cache/fresh $start >/dev/null 2>&1; then
  chmod 644 \$cache/fresh && mv \$cache/fresh \$cache/classes.jsa
else
  rm -f \$cache/classes.jsa \$cache/fresh
fi
rm -f \$cache/list
SH
}

# Starts what was configured; last, when all else is in place.
write_start() { # whether the program may start before it was configured
  cat >>"$stage/DEBIAN/postinst" <<SH
if [ "\$1" = configure ] && [ -d /run/systemd/system ]; then
  systemctl daemon-reload
  if [ "$1" = starts ] && [ -z "\$2" ]; then systemctl enable --now luot-$name.service; fi
  systemctl try-restart luot-$name.service
fi
SH
}

write_control() { # depends description
  cat >"$stage/DEBIAN/control" <<CONTROL
Package: luot-$name
Version: $version
Architecture: all
Maintainer: Lượt <luot@localhost>
Section: misc
Priority: optional
Depends: openjdk-17-jre-headless | java17-runtime-headless, adduser$1
Description: $2
 Queue and kiosk system for public service halls. Vietnamese first, English beside it.
CONTROL
}

# Its own user, closed to everybody else; what it kept stays until the package is purged.
write_scripts() { # groups
  cat >"$stage/DEBIAN/postinst" <<SH
#!/bin/sh
set -e
if [ "\$1" = configure ]; then
  adduser --quiet --system --group --home /var/lib/luot-$name --no-create-home luot-$name
  for group in $1; do adduser --quiet luot-$name "\$group"; done
  install -d -m 700 -o luot-$name -g luot-$name /var/lib/luot-$name
fi
SH
  cat >"$stage/DEBIAN/prerm" <<SH
#!/bin/sh
set -e
if [ "\$1" = remove ] && [ -d /run/systemd/system ]; then systemctl disable --now luot-$name.service; fi
SH
  cat >"$stage/DEBIAN/postrm" <<SH
#!/bin/sh
set -e
if [ "\$1" = remove ] || [ "\$1" = purge ]; then rm -rf /var/cache/luot-$name; fi
if [ "\$1" = purge ]; then rm -rf /var/lib/luot-$name; fi
if [ -d /run/systemd/system ]; then systemctl daemon-reload; fi
SH
  chmod 755 "$stage/DEBIAN/"{postinst,prerm,postrm}
}

package_one() { # name module main-class depends groups starts description flags…
  local name=$1 module=$2 main=$3 depends=$4 groups=$5 starts=$6 description=$7
  shift 7
  local stage="$root/.luot/deb/luot-$name" deb="$root/$module/src/deb"
  rm -rf "$stage"
  mkdir -p "$stage"/{DEBIAN,etc/luot,usr/bin,usr/lib/luot-"$name",lib/systemd/system,usr/share/doc/luot-"$name"}
  cp "$(ls -t "$root/$module/target/$module-"*.jar | head -n 1)" "$root/$module/target/lib/"*.jar "$stage/usr/lib/luot-$name/"
  cp "$deb/luot-$name.service" "$stage/lib/systemd/system/"
  cp "$deb/"*.conf "$stage/etc/luot/"
  if ls "$deb/"*.json >/dev/null 2>&1; then cp "$deb/"*.json "$stage/etc/luot/"; fi
  if ls "$deb/"*.rules >/dev/null 2>&1; then
    mkdir -p "$stage/etc/udev/rules.d"
    cp "$deb/"*.rules "$stage/etc/udev/rules.d/"
  fi
  cp "$root/LICENSE" "$root/NOTICE" "$stage/usr/share/doc/luot-$name/"
  write_command "$stage/usr/bin/luot-$name" "$module" "$main" "$@"
  write_control "$depends" "$description"
  write_scripts "$groups"
  if [ "$name" = hub ]; then write_preparation "$@"; fi
  write_start "$starts"
  (cd "$stage" && find etc -type f -printf '/%p\n' | sort) >"$stage/DEBIAN/conffiles"
  find "$stage" -type d -exec chmod 755 {} +
  find "$stage/usr/lib" "$stage/etc" "$stage/lib" "$stage/usr/share" -type f -exec chmod 644 {} +
  dpkg-deb --root-owner-group -Zgzip -b "$stage" "$out/luot-${name}_${version}_all.deb" >&2
}

# What is in a release, as CycloneDX.
write_sbom() {
  (cd "$root" && mvn -q -B org.cyclonedx:cyclonedx-maven-plugin:2.9.3:makeAggregateBom -DoutputName=luot -DoutputFormat=json \
    -DincludeTestScope=false >&2 && cp target/luot.json "$out/luot-$version.cdx.json")
}

package() {
  local out=$root/.luot/packages version
  version=$(debian_version)
  while [ $# -gt 0 ]; do
    case "$1" in
      --out) out=$(mkdir -p "$2" && cd "$2" && pwd) && shift 2 ;;
      --version) version=$2 && shift 2 ;;
      *) say "dùng / use: ./luot package [--out DIR] [--version VERSION]" && exit 2 ;;
    esac
  done
  need dpkg-deb dpkg
  build
  mkdir -p "$out"
  export SOURCE_DATE_EPOCH
  SOURCE_DATE_EPOCH=$(date -d "$(sed -n 's/.*outputTimestamp>\(.*\)<\/project.*/\1/p' "$root/pom.xml")" +%s)
  local plain=("${hub_flags[@]}")
  # The driver unpacks SQLite's library for whatever machine this is installed on.
  plain=("${plain[@]/-Dorg.sqlite.*/}")
  package_one hub hub vn.luot.hub.Main "" "" starts "máy chủ hàng đợi / the hub of a hall's queue" "${plain[@]}"
  package_one kiosk kiosk vn.luot.kiosk.Main ", fontconfig, fonts-dejavu-core" dialout "" "kiosk lấy số / the ticket kiosk" -Xmx256m
  package_one board display-board vn.luot.board.Main "" dialout "" "bảng LED và bàn phím / LED boards and keypads" -Xmx128m
  write_sbom
  ls -1 "$out"
}
